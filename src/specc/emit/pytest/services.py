"""`service.py`: the services under test, and where their specs are."""

from __future__ import annotations

from specc.emit.pytest.imports import Imports
from specc.emit.pytest.module import ModuleView, render
from specc.emit.pytest.names import Names
from specc.emit.pytest.values import Expressions
from specc.emit.python.code import Call, Code, Infix, Raw, Subscript, literal
from specc.emit.python.prose import comment
from specc.emit.python.statements import assignment
from specc.ir import nodes


def services_file(suite: nodes.Suite, names: Names, up: int | str) -> str:
    """The services. `up` leads to the folder that the specs' names start from.

    It is the number of folders above the suite's, or the way there as a relative path.
    """
    imports = Imports()
    imports.add("pathlib", "Path")
    root: Code
    if isinstance(up, int):
        root = Subscript(Raw("Path(__file__).resolve().parents"), literal(up))
    else:
        root = Infix("/", Raw("Path(__file__).resolve().parent"), literal(up))
    constants = [
        comment("Where the names of the specs start from.", 0) + "\n" + assignment("ROOT", root)
    ]
    values = Expressions(names, imports)
    for service in suite.services:
        imports.runtime("Service")
        note = comment(service.place, 0)
        constants.append(
            note
            + "\n"
            + assignment(names.services[service.name], _service(service, values, imports))
        )
    doc = f"The service under test, from {suite.spec}."
    return render(ModuleView(doc, imports.text(), tuple(constants)))


def _service(service: nodes.Service, values: Expressions, imports: Imports) -> Code:
    keywords: list[tuple[str, Code]] = [("url", values.of(service.url))]
    if service.urls:
        keywords.append(("urls", values.pairs(service.urls)))
    if service.start is not None:
        keywords.append(("start", values.of(service.start)))
    if service.ready is not None:
        imports.runtime("Ready")
        method, path, within = service.ready
        ready = Call("Ready", (literal(method), literal(path)), (("within", literal(within)),))
        keywords.append(("ready", ready))
    keywords.append(("timeout", literal(service.timeout)))
    keywords.extend((f"max_{what}", literal(amount)) for what, amount in service.limits)
    if service.headers:
        keywords.append(("headers", values.pairs(service.headers)))
    if service.allow_hosts:
        keywords.append(("allow_hosts", literal(service.allow_hosts)))
    folder = service.spec.rpartition("/")[0]
    keywords.append(("folder", Infix("/", Raw("ROOT"), literal(folder)) if folder else Raw("ROOT")))
    if service.optional:
        keywords.append(("optional", literal(True)))
    return Call("Service", (literal(service.name),), tuple(keywords))
