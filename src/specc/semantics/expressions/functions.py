"""Built-in functions: how many arguments each takes, of what kind, and what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from specc.diagnostics.catalogue.expressions import FUNCTION_ARGUMENTS, UNKNOWN_FUNCTION
from specc.diagnostics.suggest import did_you_mean
from specc.semantics.expressions.environment import Binding, Environment, Inferred
from specc.semantics.expressions.kinds import (
    ANYTHING,
    LIST,
    NULL_KIND,
    NUMBER,
    OBJECT,
    STRING,
    Kinds,
    can_meet,
    kinds,
    kinds_text,
)
from specc.semantics.findings import near_name
from specc.semantics.types import UNKNOWN, ListOf, Scalar, Type
from specc.syntax.nodes.expressions import Call, Expr, Text, Variable

if TYPE_CHECKING:
    from specc.semantics.expressions.inference import Inference

RESPONSE: Kinds = frozenset({"response"})
"""Not a kind of value: the argument is the name of a captured response."""
WORD: Kinds = frozenset({"word"})
"""Not a kind of value: the argument is a plain text."""


@attrs.frozen(eq=False)
class Function:
    """A built-in: the kinds of its arguments, how many of them are needed, and its result."""

    takes: tuple[Kinds, ...]
    needs: int
    gives: Type
    usage: str


_LENGTHY = LIST | STRING | OBJECT
FUNCTIONS = {
    "len": Function((_LENGTHY,), 1, Scalar("int"), "len(list)"),
    "sum": Function((LIST,), 1, Scalar("number"), "sum(numbers)"),
    "min": Function((LIST,), 1, UNKNOWN, "min(list)"),
    "max": Function((LIST,), 1, UNKNOWN, "max(list)"),
    "sorted": Function((LIST, STRING), 1, UNKNOWN, "sorted(list)"),
    "all": Function((LIST,), 1, Scalar("bool"), "all(list)"),
    "any": Function((LIST,), 1, Scalar("bool"), "any(list)"),
    "status": Function((RESPONSE,), 1, Scalar("int"), "status(response)"),
    "header": Function((RESPONSE, STRING), 2, Scalar("string"), 'header(response, "Name")'),
    "elapsed": Function((RESPONSE,), 1, Scalar("quantity duration"), "elapsed(response)"),
    "cookie": Function((RESPONSE, STRING), 2, Scalar("string"), 'cookie(response, "name")'),
    "request": Function((RESPONSE,), 1, UNKNOWN, "request(response)"),
    "env": Function((WORD, ANYTHING), 1, Scalar("string"), 'env("NAME", default)'),
    "secret": Function((WORD, ANYTHING), 1, Scalar("string"), 'secret("NAME", default)'),
    "unique": Function((STRING,), 0, Scalar("string"), 'unique("prefix")'),
    "uuid": Function((), 0, Scalar("uuid"), "uuid()"),
    "now": Function((), 0, Scalar("datetime"), "now()"),
    "file": Function((WORD,), 1, Scalar("file"), 'file("name.png")'),
}

FUNCTION_NAMES = frozenset(FUNCTIONS)
"""The names of all built-in functions."""


def call_type(inference: Inference, expr: Call, env: Environment) -> Inferred:
    """The type of a call of a built-in function."""
    function = FUNCTIONS.get(expr.function)
    if function is None:
        for argument in expr.arguments:
            inference.infer(argument, env)
        inference.findings.add(
            UNKNOWN_FUNCTION,
            f"there is no function `{expr.function}`",
            env.module,
            expr.function_span,
            near_name(did_you_mean(expr.function, FUNCTIONS)),
            hint=f"there are: {', '.join(FUNCTIONS)}",
        )
        return Inferred(UNKNOWN)
    if not function.needs <= len(expr.arguments) <= len(function.takes):
        for argument in expr.arguments:
            inference.infer(argument, env)
        _report(inference, expr, function, f"takes {_count(function)}", env)
        return Inferred(UNKNOWN)
    found: list[Type] = []
    is_right = True
    for argument, wanted in zip(expr.arguments, function.takes, strict=False):
        inferred = inference.infer(argument, env)
        found.append(inferred.type)
        wrong = _argument_mistake(inference, argument, inferred, wanted, env)
        if wrong is not None:
            is_right = False
            _report(inference, expr, function, wrong, env)
        elif not {RESPONSE, WORD, ANYTHING} & {wanted}:
            use = f"`{expr.function}` needs a value"
            inference.require_present(argument, inferred, env, use)
    return Inferred(_result(inference, expr, function, found, env) if is_right else UNKNOWN)


def _argument_mistake(
    inference: Inference, argument: Expr, inferred: Inferred, wanted: Kinds, env: Environment
) -> str | None:
    """What is wrong with an argument, if anything is."""
    if wanted is RESPONSE:
        binding = _binding(argument, env)
        if binding is None and isinstance(argument, Variable):
            return None
        is_response = binding is not None and binding.is_response
        return None if is_response else "needs the name of a captured response"
    if wanted is WORD:
        is_plain = isinstance(argument, Text) and bool(argument.plain)
        return None if is_plain else "needs a plain text first"
    found = kinds(inferred.type, inference.resolver) - NULL_KIND
    return None if can_meet(found, wanted) else f"does not take {kinds_text(found)}"


def _result(
    inference: Inference, expr: Call, function: Function, found: list[Type], env: Environment
) -> Type:
    if expr.function == "request":
        binding = _binding(expr.arguments[0], env)
        return binding.request or UNKNOWN if binding is not None else UNKNOWN
    if expr.function in {"env", "secret"} and len(found) > 1:
        is_text = kinds(found[1], inference.resolver) <= STRING
        return function.gives if is_text else UNKNOWN
    if expr.function in {"min", "max", "sorted", "sum"}:
        body = inference.resolver.body_of(found[0])
        if not isinstance(body, ListOf):
            return function.gives
        if expr.function == "sum" and not can_meet(kinds(body.item, inference.resolver), NUMBER):
            _report(inference, expr, function, "adds numbers up", env)
        return {"sorted": body, "sum": function.gives}.get(expr.function, body.item)
    return function.gives


def _binding(argument: Expr, env: Environment) -> Binding | None:
    return env.variables.get(argument.name) if isinstance(argument, Variable) else None


def _count(function: Function) -> str:
    most = len(function.takes)
    if most == 0:
        return "no arguments"
    count = str(most) if function.needs == most else f"{function.needs} or {most}"
    return f"{count} argument{'s' if most > 1 else ''}"


def _report(
    inference: Inference, expr: Call, function: Function, message: str, env: Environment
) -> None:
    inference.findings.add(
        FUNCTION_ARGUMENTS,
        f"`{expr.function}` {message}",
        env.module,
        expr.span,
        hint=f"write `{function.usage}`",
    )
