"""A mock: it answers requests as its spec says, one after the other, whoever asks."""

from __future__ import annotations

import gzip
import random
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import attrs

from specc.ir import nodes
from specc.mock import bodies
from specc.mock.answering import answer
from specc.mock.call import ABSENT, Call, Refusal, Reply
from specc.mock.defects import Defects
from specc.mock.parameters import texts_of
from specc.mock.routing import Route, Router
from specc.mock.seeding import seed_things
from specc.mock.state import State
from specc.mock.templates import UNKNOWN, evaluated
from specc.mock.values import NoValueError
from specc.mock.wording import UnreadableError, write_json
from specc.serving.answers import PROTECTION, Answer, problem
from specc.serving.server import serving
from specc.serving.wire import Request


@attrs.frozen
class Behaviour:
    """How a mock treats its clients, besides answering.

    `latency` is how long (seconds) an answer takes, from least to most; `failing` the share (0..1)
    of calls that are answered 503; `cors` an origin that browsers may call from, or `*`; `seeded`
    how many things of each kind there are from the start.
    """

    latency: tuple[float, float] = (0.0, 0.0)
    failing: float = 0.0
    cors: str = ""
    seeded: int = 0


@attrs.define(eq=False)
class Mock:
    """A mock of all services of a suite. May be asked by any number of threads."""

    state: State
    behaviour: Behaviour
    routers: Mapping[str, Router]
    bases: Mapping[str, str]
    """Per service the path that stands before every endpoint's."""
    heard: Callable[[str], None] = lambda _endpoint: None
    """Told of each call, by the name of its endpoint."""
    troubles: list[str] = attrs.field(factory=list)
    """What went wrong with the mock itself."""
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False)
    _luck: random.Random = attrs.field(factory=random.Random, init=False)

    @staticmethod
    def of(
        suite: nodes.Suite,
        environment: Mapping[str, str],
        seed: int = 0,
        behaviour: Behaviour | None = None,
        defects: Defects | None = None,
    ) -> Mock:
        """A mock of a suite. `environment` are variables that may hold the actors' secrets."""
        state = State.of(suite, environment, seed, defects)
        behaviour = behaviour or Behaviour()
        routers = {
            service.name: Router.of(
                item for item in state.endpoints.values() if item.service in (service.name, "")
            )
            for service in suite.services
        }
        bases = {service.name: base_of(service) for service in suite.services}
        mock = Mock(state, behaviour, routers, bases)
        mock._luck.seed(seed)
        seed_things(state, behaviour.seeded)
        return mock

    def respond(self, service: str, request: Request) -> Answer:
        """The answer to a request to a service."""
        preflight = self._preflight(request)
        if preflight is not None:
            return preflight
        low, high = self.behaviour.latency
        if high > 0:
            time.sleep(self._luck.uniform(low, high))
        if self.behaviour.failing and self._luck.random() < self.behaviour.failing:
            return self._shared(problem(503, "a fault on purpose: --fail asks for some"))
        with self._lock:
            try:
                return self._shared(self._respond(service, request))
            except (NoValueError, RecursionError) as error:
                return self._shared(problem(501, f"no valid answer can be made: {error}"))
            except Exception as error:  # a client must not be left waiting, whatever is wrong here
                self.troubles.append(f"{request.method} {request.path}: {error!r}")
                return self._shared(problem(500, "the mock itself has failed"))

    def _preflight(self, request: Request) -> Answer | None:
        asked = request.headers.get("access-control-request-method")
        if not self.behaviour.cors or request.method != "OPTIONS" or asked is None:
            return None
        wanted = request.headers.get("access-control-request-headers", "*")
        headers = (
            ("Access-Control-Allow-Methods", asked),
            ("Access-Control-Allow-Headers", wanted),
            ("Access-Control-Max-Age", "600"),
        )
        return self._shared(Answer(204, content_type=None, headers=headers))

    def _shared(self, answered: Answer) -> Answer:
        """The answer with what a browser needs to be shown it."""
        if not self.behaviour.cors:
            return answered
        headers = (
            ("Access-Control-Allow-Origin", self.behaviour.cors),
            ("Access-Control-Expose-Headers", "*"),
            ("Vary", "Origin"),
        )
        return attrs.evolve(answered, headers=answered.headers + headers)

    def _respond(self, service: str, request: Request) -> Answer:
        base = self.bases[service]
        if not request.path.startswith(base):
            return problem(404, "there is no such path")
        path = request.path[len(base) :] or "/"
        router = self.routers[service]
        routes = router.routes(request.method, path)
        if not routes:
            return self._elsewhere(service, router, path, request)
        call, unreadable = self._call(routes, request)
        self.heard(call.endpoint.name)
        reply = self.state.defects.replied(call, answer(self.state, call, unreadable))
        return on_the_wire(reply)

    def _elsewhere(self, service: str, router: Router, path: str, request: Request) -> Answer:
        """What is answered where no endpoint is."""
        ready = next(item.ready for item in self.state.suite.services if item.name == service)
        if ready is not None and (request.method, path) == (ready[0], ready[1].partition("?")[0]):
            return Answer(200, b"{}")
        if request.method == "POST" and path in self.state.identities.tokens:
            form = parse_qs(request.body.decode("latin-1"))
            token = self.state.identities.token(path, request, form)
            if token is None:
                return Answer(401, write_json({"error": "invalid_client"}))
            told = {"access_token": token, "token_type": "Bearer", "expires_in": 3600}
            return Answer(200, write_json(told))
        methods = router.methods(path)
        if methods:
            return problem(405, "not with this method", (("Allow", ", ".join(methods)),))
        return problem(404, "there is no such path")

    def _call(self, routes: list[Route], request: Request) -> tuple[Call, Refusal | None]:
        """The call that a request is: of several endpoints of one path, the one it fits best."""
        best: tuple[int, Call, Refusal | None] | None = None
        host = request.headers.get("host", "localhost")
        for route in routes:
            endpoint = route.endpoint
            texts = texts_of(endpoint, route.texts, request)
            call = Call(endpoint, request, f"http://{host}{request.path}", texts)
            unreadable: Refusal | None = None
            try:
                call.body = bodies.read_body(self.state, endpoint, request)
            except UnreadableError as error:
                unreadable = bodies.unreadable(error)
            if len(routes) == 1:
                return call, unreadable
            score = self._fitness(call, unreadable)
            if best is None or score > best[0]:
                best = (score, call, unreadable)
        assert best is not None
        return best[1:]

    def _fitness(self, call: Call, unreadable: Refusal | None) -> int:
        endpoint = call.endpoint
        named = parse_qs(call.request.query, keep_blank_values=True)
        declared = {item.name for item in endpoint.parameters if item.place_in == "query"}
        missing = any(
            item.required and item.name not in call.texts
            for item in endpoint.parameters
            if item.place_in == "query"
        )
        score = 8 * sum(name in declared for name in named) - 16 * missing
        score -= 4 * sum(name not in declared for name in named)
        if endpoint.body_form is not None:
            media = endpoint.body_media or ""
            score += 6 if media and bodies.media_type(call.request) == media.lower() else 0
            if unreadable is None and endpoint.body_type is not None and call.body is not ABSENT:
                fits = self.state.types.fits(call.body, endpoint.body_type)
                score += 3 * fits + self._shared_fields(call)
            score -= 2 * (unreadable is not None)
        return score

    def _shared_fields(self, call: Call) -> int:
        body = (
            self.state.types.body_of(call.endpoint.body_type) if call.endpoint.body_type else None
        )
        names = {item.name for item in getattr(body, "properties", ())}
        return len(names & set(call.body)) if isinstance(call.body, dict) else 0


def base_of(service: nodes.Service) -> str:
    """The path of a service's url, without a final slash."""
    url: Any = evaluated(service.url, {}, {})
    return "" if url is UNKNOWN else urlsplit(str(url)).path.rstrip("/")


def on_the_wire(reply: Reply) -> Answer:
    """An answer as bytes."""
    value = reply.value
    if value is ABSENT:
        content = b""
    elif isinstance(value, bytes):
        content = value
    elif isinstance(value, str) and not (reply.media or "").partition(";")[0].endswith("json"):
        content = value.encode("utf-8", "replace")
    else:
        content = write_json(value)
    match dict(reply.headers).get("Content-Encoding"):
        case "gzip":
            content = gzip.compress(content, mtime=0)
        case "deflate":
            content = zlib.compress(content)
        case _:
            pass
    headers = tuple(
        (
            name,
            text.encode("latin-1", "replace").decode("latin-1").replace("\r", "").replace("\n", ""),
        )
        for name, text in reply.headers
    )
    said = {name.lower() for name, _ in headers}
    usual = tuple(pair for pair in PROTECTION if pair[0].lower() not in said)
    return Answer(reply.status, content, reply.media, (*headers, *usual))


@contextmanager
def serve(
    mock: Mock, ports: Mapping[str, int], host: str = "127.0.0.1"
) -> Iterator[dict[str, str]]:
    """Serve each service of a mock while the block lasts; yields their urls, by name.

    `ports` has the port of a service, 0 or none for any free one. Raises OSError when a port can't
    be had.
    """
    with ExitStack() as stack:
        urls: dict[str, str] = {}
        for service in mock.state.suite.services:
            name = service.name

            def respond(request: Request, name: str = name) -> Answer:
                return mock.respond(name, request)

            address = (host, ports.get(name, 0))
            urls[name] = stack.enter_context(serving(address, respond, f"mock of {name}"))
            urls[name] += mock.bases[name]
        yield urls
