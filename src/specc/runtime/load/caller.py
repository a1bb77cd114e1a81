"""A virtual user: it sends prepared requests on its own connections, and checks the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from time import perf_counter
from typing import Any, NoReturn

from specc.runtime.actor import Actor, anonymous
from specc.runtime.broken import Broken, Finding
from specc.runtime.checks import Checks
from specc.runtime.checks import in_words as words_of
from specc.runtime.client import LARGEST, in_words
from specc.runtime.connection import NotSentError, TooLargeError
from specc.runtime.decoding import decoded
from specc.runtime.eventually import Attempt, eventually
from specc.runtime.exchange import Response
from specc.runtime.expect import Status, content_mismatches, status_mismatches
from specc.runtime.hosts import Origin
from specc.runtime.load.connection import Connection
from specc.runtime.load.identities import Identities, Identity, Sampling
from specc.runtime.load.parsing import BrokenOffError, NotHttpError
from specc.runtime.load.prepared import Prepared, Ready
from specc.runtime.load.tally import Series
from specc.runtime.mismatch import Mismatch
from specc.runtime.redaction import redacted
from specc.runtime.visible import one_line

Listener = Callable[[Series, int, int, str | None], None]
"""Is told of each request: series, latency in microseconds, bytes, what is wrong with it."""

_WRONG = (NotSentError, NotHttpError, BrokenOffError, TooLargeError, OSError)


class FlowEndedError(Exception):
    """A flow cannot go on: an answer did not come, or was not the one expected."""


class Caller:
    """One virtual user. `check` takes the expectations of flows; what breaks them is counted.

    `due` is the moment at which the next request should have been sent, where a schedule says so:
    its latency counts from then.
    """

    __slots__ = (
        "_connection",
        "_elsewhere",
        "_kept",
        "_last",
        "_listener",
        "_others",
        "_patient",
        "_principal",
        "check",
        "due",
        "identities",
        "identity",
        "lost",
        "sampling",
        "wrong",
    )

    def __init__(
        self,
        identity: Identity,
        identities: Identities,
        sampling: Sampling,
        listener: Listener | None = None,
    ) -> None:
        self.identity = identity
        self.identities = identities
        self.sampling = sampling
        self.check = Checks()
        self.due = 0.0
        self.wrong = 0
        """Requests of the flow so far that were not as expected."""
        self.lost = False
        """Whether no answer came to one of them."""
        self._listener = listener
        self._connection: Connection | None = None
        self._elsewhere: dict[Origin, Connection] = {}
        self._last: Series | None = None
        self._others: dict[Actor | Callable[[], Actor], Caller] = {}
        self._kept: dict[Prepared, Response] = {}
        self._patient = 0
        self._principal = self

    def acting(self, who: Actor | Callable[[], Actor]) -> Caller:
        """The same virtual user as another actor, with connections of its own.

        An actor that is given as it is is used this once.
        """
        keeps = who is anonymous or not isinstance(who, Actor)
        known = self._others.get(who) if keeps else None
        if known is None:
            made = (
                Identity(who, self.identity.tally)
                if isinstance(who, Actor)
                else self.identities.of(who)
            )
            known = Caller(made, self.identities, self.sampling, self._listener)
            known.check = self.check
            known._principal = self._principal
            if keeps:
                self._others[who] = known
        known._patient = self._patient
        known.due, self.due = self.due, 0.0
        return known

    def keep(self, prepared: Prepared, *values: object) -> Response:
        """The answer to a request that this virtual user sends only once."""
        found = self._kept.get(prepared)
        if found is None:
            found = self._kept[prepared] = self.send(prepared, *values)
        return found

    def made(self, contract: str) -> Response:
        """The thing of a contract that the actor's own steps have made."""
        return self.identity.actor.made[contract]

    def eventually(self, within: float, every: float) -> Iterator[Attempt]:
        """As in tests: what an attempt breaks counts only if none holds in time."""
        self._patient += 1
        try:
            yield from eventually(within, every, self.check)
        finally:
            self._patient -= 1

    def close(self) -> None:
        """Close the connections."""
        for other in self._others.values():
            other.close()
        if self._connection is not None:
            self._connection.close()
        for connection in self._elsewhere.values():
            connection.close()
        self._elsewhere.clear()

    def send(
        self,
        prepared: Prepared,
        *values: object,
        expects: Status | None = None,
        by: Identity | None = None,
    ) -> Response:
        """Send a request, with values in its slots, and check what comes.

        Raises FlowEndedError where no answer comes, or one with another status than expected.
        """
        started = self.due or perf_counter()
        self.due = 0.0
        ready = (by or self.identity).ready(prepared)
        if self.check.recorded and not self._patient:
            self.settle()
        self._last = series = ready.series
        if prepared.follow or ready.actor.answers_challenges:
            response, finished = self._at_length(ready, values, started)
        else:
            data = ready.data
            if data is None:
                data = ready.bytes_for(values)
            connection = self._exchange(ready, data, started)
            finished = connection.finished
            raw = connection.raw
            if raw and raw == ready.raw:
                response = ready.answer
            else:
                response = self._response(ready, values, connection, finished - started)
                if raw and not prepared.whole:
                    ready.raw, ready.answer = raw, response
        latency = int((finished - started) * 1e6)
        series.samples.append(latency)
        series.octets += len(response.content)
        if prepared.has_effects and 200 <= response.status < 300:
            endpoint = prepared.endpoint
            assert endpoint is not None
            self.identities.created.note(ready.actor, endpoint, prepared.params(values), response)
        if response.status not in prepared.fine:
            wanted = expects if expects is not None else prepared.expects
            found = () if wanted is None else tuple(status_mismatches(response, wanted))
            if found and self._patient:
                raise Broken(Finding(found, prepared.at, shown=(response,)))
            if found:
                self._fail(series, _saying(found, prepared.at), latency, len(response.content))
        if self.sampling.due():
            found = tuple(content_mismatches(response))
            if found:
                self._principal.wrong += 1
                series.fail(_saying(found, prepared.at))
                self._tell(series, latency, len(response.content), _saying(found, prepared.at))
                return response
        if self._listener is not None:
            self._listener(series, latency, len(response.content), None)
        return response

    def _exchange(self, ready: Ready, data: bytes, started: float) -> Connection:
        prepared = ready.prepared
        origin = prepared.service.origin
        timeout = prepared.service.timeout
        # What was late through us is no reason to give the service less time.
        deadline = perf_counter() + timeout
        connection = self._connection
        if connection is None or connection.origin is not origin:
            connection = self._elsewhere.pop(origin, None)
            if self._connection is not None:
                self._elsewhere[self._connection.origin] = self._connection
            self._connection = connection
        while True:
            again = connection is not None and connection.used and not connection.closed
            try:
                if connection is None or connection.closed:
                    connection = self._connection = Connection(origin, deadline)
                connection.exchange(data, deadline, bodiless=prepared.bodiless)
                return connection
            except _WRONG as wrong:
                # A connection that was kept may have been closed by the server in this moment.
                if again and _may_repeat(wrong, prepared, connection):
                    connection = None
                    continue
                self._lose(ready.series, wrong, started, timeout, origin)

    def _at_length(
        self, ready: Ready, values: tuple[object, ...], started: float
    ) -> tuple[Response, float]:
        """A request whose answer leads to further ones: redirects, challenges."""
        outgoing = ready.prepared.outgoing(values)
        try:
            response = ready.actor.send(outgoing, follow=ready.prepared.follow)
        except Broken as broken:
            ready.series.lost += 1
            text = broken.mismatches[0].message if broken.mismatches else "no answer"
            self._fail(ready.series, text, _since(started), 0)
        return response, perf_counter()

    def _response(
        self, ready: Ready, values: tuple[object, ...], connection: Connection, elapsed: float
    ) -> Response:
        head = connection.head
        assert head is not None
        content, undecoded = connection.body, ""
        encodings = head.headers.get("Content-Encoding")
        if encodings:
            try:
                content, undecoded = decoded(content, encodings, LARGEST)
            except TooLargeError as wrong:
                undecoded = f"it unfolds to {wrong}"
        request = ready.request
        if request is None:
            request = _Later(ready, values)  # type: ignore[assignment]
        return Response(
            request,  # type: ignore[arg-type]
            head.status,
            head.reason,
            head.headers,
            content,
            Decimal(int(elapsed * 1e9)).scaleb(-9),
            undecoded=undecoded,
            stray=connection.stray,
        )

    def _lose(
        self, series: Series, wrong: BaseException, started: float, timeout: float, origin: Origin
    ) -> NoReturn:
        """No answer came. Only of a request that timed out is it known how long that took."""
        latency = _since(started)
        self._principal.lost = True
        if isinstance(wrong, TimeoutError):
            series.samples.append(latency)
        else:
            series.lost += 1
        match wrong:
            case NotHttpError():
                text = f"the answer is not HTTP: {one_line(str(wrong))}"
            case BrokenOffError():
                text = f"no whole answer: {origin.netloc} {wrong}"
            case _:
                text = in_words(wrong, origin, timeout)
        self._fail(series, text, latency, 0)

    def _fail(self, series: Series, text: str, latency: int, octets: int) -> NoReturn:
        self._principal.wrong += 1
        series.fail(text)
        self._tell(series, latency, octets, text)
        raise FlowEndedError(text)

    def _tell(self, series: Series, latency: int, octets: int, text: str) -> None:
        if self._listener is not None:
            self._listener(series, latency, octets, text)

    def stumble(self, wrong: Exception, flow: Series) -> None:
        """Count what a flow could not go on from: a field that is not there, and its like."""
        self.settle()
        self.wrong += 1
        said = wrong.findings if isinstance(wrong, Broken) else ()
        found = said[0].mismatches if said else (Mismatch("", words_of(wrong)),)
        (self._last or flow).fail(_saying(found, said[0].at if said else ""))

    def settle(self) -> None:
        """Count the expectations that did not hold since the last request was sent."""
        seen: set[str] = set()
        for broken in self.check.take():
            for finding in broken.findings:
                series = self._last
                for shown in finding.shown:
                    name = getattr(shown.endpoint, "name", None)
                    if name in self.identity.tally.series:
                        series = self.identity.tally.series[name]
                        break
                if series is None:
                    continue
                said = f"{finding.text}: " if finding.text else ""
                text = said + _saying(finding.mismatches, finding.at)
                if series.name not in seen:
                    seen.add(series.name)
                    self._principal.wrong += 1
                    series.fail(text)


class _Later:
    """The request of an answer, made when someone looks at it."""

    __slots__ = ("_ready", "_values")

    def __init__(self, ready: Ready, values: tuple[object, ...]) -> None:
        self._ready = ready
        self._values = values

    def __getattr__(self, name: str) -> Any:
        if name in ("endpoint", "method"):
            return getattr(self._ready.prepared, name)
        return getattr(self._ready.request_for(self._values), name)


def _may_repeat(wrong: BaseException, prepared: Prepared, connection: Connection | None) -> bool:
    """Whether nobody can have acted on a request, or may do so twice."""
    if connection is None or connection.received:
        return False
    lost = isinstance(wrong, ConnectionError | BrokenOffError)
    return isinstance(wrong, NotSentError) or (prepared.repeatable and lost)


def _since(started: float) -> int:
    return int((perf_counter() - started) * 1e6)


def _saying(found: tuple[Mismatch, ...], at: str) -> str:
    first = found[0]
    said = first.message if not first.path else f"{first.path}: {first.message}"
    return one_line(redacted(f"{said}{f' ({at})' if at else ''}"))[:300]
