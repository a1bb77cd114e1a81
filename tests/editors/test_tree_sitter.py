"""The tree-sitter grammar: its words, its queries, and, where there is Node.js, what it takes."""

from __future__ import annotations

import json
import logging
import re
import shutil

import pytest
from lark import Lark, logger
from lark.exceptions import GrammarError

from specc import __version__
from specc.syntax.keywords import keywords
from tests.format.formatted import TEXTS

from .converted import GRAMMAR, evaluated, lark_grammar, shown, tree
from .places import EDITORS

FOLDER = EDITORS / "tree-sitter-bts"
TEXT = GRAMMAR.read_text(encoding="utf-8")
CORPUS = (FOLDER / "test/corpus/specs.txt").read_text(encoding="utf-8")
QUERIES = sorted((FOLDER / "queries").glob("*.scm"))
SECTION = re.compile(r"={80}\n(.*)\n={80}\n\n((?s:.*?))\n\n-{80}\n\n((?s:.*?))\n\n(?==|\Z)")

needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="there is no Node.js here")

WHOLE = ["specs/shop.bts", "tests/golden/contracts/contracts.bts", "tests/golden/paging/paging.bts"]


def words(text: str) -> set[str]:
    """The words in quotes of a grammar or query."""
    return set(re.findall(r"""['"]([A-Za-z]\w*)['"]""", text))


def test_its_words_are_the_keywords() -> None:
    rules = TEXT[TEXT.index("  rules: {") :]
    assert words(re.sub(r"field\('\w+'", "field(", rules)) - {"true", "false", "null"} == (
        keywords() - {"true", "false", "null"}
    )
    assert {"'true'", "'false'", "'null'"} <= set(re.findall(r"'\w+'", rules))


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.name)
def test_queries_name_what_there_is(query: object) -> None:
    text = re.sub(r";.*", "", query.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    rules = set(re.findall(r"^ {4}(\w+): \(", TEXT, re.MULTILINE))
    named = set(re.findall(r"\((\w+)", text))
    assert named <= rules
    assert not any(name.startswith("_") for name in named)
    assert words(text) <= keywords()
    fields = set(re.findall(r"(\w+):", text))
    assert fields <= set(re.findall(r"field\('(\w+)'", TEXT))


def test_every_keyword_has_a_colour() -> None:
    text = (FOLDER / "queries/highlights.scm").read_text(encoding="utf-8")
    by_node = {"readonly", "writeonly", "secret", "true", "false", "null", "optional"}
    methods = {word for word in keywords() if word.isupper()}
    assert words(text) == keywords() - by_node - methods


def test_versions_agree() -> None:
    for name in ("package.json", "tree-sitter.json"):
        held = json.loads((FOLDER / name).read_text(encoding="utf-8"))
        assert held.get("version", held.get("metadata", {}).get("version")) == __version__


@needs_node
def test_every_symbol_has_a_rule_and_every_rule_is_used() -> None:
    grammar = evaluated()
    mentioned = set(re.findall(r'"SYMBOL", "name": "(\w+)"', json.dumps(grammar)))
    rules = set(grammar["rules"])
    assert mentioned - {"_newline"} <= rules
    assert rules - mentioned == {"module", "comment"}


@needs_node
@pytest.mark.parametrize("name", WHOLE)
def test_it_takes_specs(name: str) -> None:
    for part in re.split(r"\n\n(?=\S)", TEXTS[name]):
        tree(part)


@needs_node
@pytest.mark.parametrize("section", SECTION.findall(CORPUS), ids=lambda section: section[0])
def test_the_corpus(section: tuple[str, str, str]) -> None:
    _, text, wanted = section
    module = tree(text).children[0]
    assert shown(module) == re.sub(r"\s+(?=\()", " ", wanted)  # type: ignore[arg-type]


def test_the_corpus_is_read_whole() -> None:
    assert len(SECTION.findall(CORPUS)) == CORPUS.count("=" * 80) / 2 >= 6


@needs_node
def test_conflicts_are_those_that_precedences_resolve(caplog: pytest.LogCaptureFixture) -> None:
    grammar = lark_grammar().replace('start: "<<<" module ">>>"', "start: module")
    logger.addHandler(caplog.handler)
    level = logger.level
    try:
        logger.setLevel(logging.DEBUG)
        Lark(grammar, parser="lalr", debug=True)
    except GrammarError as error:
        pytest.fail(str(error))
    finally:
        logger.setLevel(level)
        logger.removeHandler(caplog.handler)
    rules = {found[1] for found in re.finditer(r"\* <(\w+) :", caplog.text)}
    assert rules == {
        *("or", "and", "not", "sum", "product", "minus", "union_type"),  # by their precedence
        "_names",  # declared
        "path",  # a brace right behind a path is a token of its own
    }
