"""A virtual user: it sends prepared requests on its own connections, and checks the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from time import perf_counter
from typing import NoReturn

from specc.runtime.actor import Actor, anonymous
from specc.runtime.broken import Broken, Finding
from specc.runtime.checks import Checks
from specc.runtime.client import LARGEST
from specc.runtime.connection import NotSentError, TooLargeError
from specc.runtime.decoding import decoded
from specc.runtime.eventually import Attempt, eventually
from specc.runtime.exchange import Response
from specc.runtime.expect import Status, content_mismatches, status_mismatches
from specc.runtime.hosts import Origin
from specc.runtime.load.connection import Connection
from specc.runtime.load.heads import Head
from specc.runtime.load.identities import Identities, Identity, Sampling
from specc.runtime.load.parsing import BrokenOffError, NotHttpError
from specc.runtime.load.prepared import Later, Prepared, Ready
from specc.runtime.load.reasons import of_answer, of_findings, of_loss, of_stumble
from specc.runtime.load.tally import Series
from specc.runtime.load.telling import Client, Listener, Telling

_WRONG = (NotSentError, NotHttpError, BrokenOffError, TooLargeError, OSError)


class FlowEndedError(Exception):
    """A flow cannot go on: an answer did not come, or was not the one expected."""


class Caller:
    """One virtual user. `check` takes the expectations of flows; what breaks them is counted.

    `due` is the moment at which the next request should have been sent, where a schedule says so:
    its latency counts from then.
    """

    __slots__ = (
        "_client",
        "_clients",
        "_connection",
        "_elsewhere",
        "_kept",
        "_others",
        "_patient",
        "_principal",
        "check",
        "due",
        "identities",
        "identity",
        "last",
        "lost",
        "sampling",
        "telling",
        "wrong",
    )

    def __init__(
        self,
        identity: Identity,
        identities: Identities,
        sampling: Sampling,
        listener: Listener | None = None,
        clients: Callable[[], Client] | None = None,
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
        self.telling = Telling(listener)
        self._clients = clients
        self._client = None if clients is None else clients()
        self._connection: Connection | None = None
        self._elsewhere: dict[Origin, Connection] = {}
        self.last: Series | None = None
        """That of the last request of the flow so far."""
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
            known = Caller(made, self.identities, self.sampling, clients=self._clients)
            known.check = self.check
            known.telling = self.telling
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
        if self._client is not None:
            self._client.close()

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
        # What was late through us is no reason to give the service less time.
        begun = perf_counter()
        started = self.due or begun
        self.due = 0.0
        ready = (by or self.identity).ready(prepared)
        principal = self._principal
        if self.check.recorded and not self._patient:
            principal.settle()
        principal.last = series = ready.series
        telling = self.telling
        if telling.pending:
            telling.next(series)
        if ready.at_length:
            response, finished = self._at_length(ready, values, started)
        elif self._client is not None:
            response, finished = self._by_client(self._client, ready, values, started)
        else:
            data = ready.data
            if data is None:
                data = ready.bytes_for(values)
            # Others who send it keep another answer while this one is waited for.
            usual, head, answer = ready.raw, ready.head, ready.answer
            connection = self._exchange(ready, data, started, begun, (usual, head))
            finished = connection.finished
            raw = connection.raw
            if raw and raw is usual:
                response = answer
            else:
                response = self._response(ready, values, connection, finished - started)
                if raw and not prepared.whole:
                    ready.raw, ready.head, ready.answer = raw, connection.head, response
        latency = int((finished - started) * 1e6)
        series.samples.append(latency)
        series.octets += len(response.content)
        if telling.listener is not None:
            telling.heard(series, latency, len(response.content))
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
                self._fail(series, of_answer(found, prepared.at))
        sampling = self.sampling
        sampling.left -= 1.0
        if sampling.left <= 0:
            sampling.again()
            found = tuple(content_mismatches(response))
            if found:
                self._blame(series, of_answer(found, prepared.at))
        return response

    def _exchange(
        self,
        ready: Ready,
        data: bytes,
        started: float,
        begun: float,
        usual: tuple[bytes, Head | None],
    ) -> Connection:
        prepared = ready.prepared
        origin = prepared.service.origin
        timeout = prepared.service.timeout
        deadline = begun + timeout
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
                connection.exchange(data, deadline, prepared.bodiless, *usual)
                return connection
            except _WRONG as wrong:
                # A connection that was kept may have been closed by the server in this moment.
                if again and _may_repeat(wrong, prepared, connection):
                    connection = None
                    continue
                text = of_loss(wrong, origin, timeout)
                timed_out = isinstance(wrong, TimeoutError)
                self._lose(ready.series, text, started, timed_out=timed_out)

    def _at_length(
        self, ready: Ready, values: tuple[object, ...], started: float
    ) -> tuple[Response, float]:
        """A request whose answer leads to further ones: redirects, challenges."""
        outgoing = ready.prepared.outgoing(values)
        try:
            response = ready.actor.send(outgoing, follow=ready.prepared.follow)
        except Broken as broken:
            text = broken.mismatches[0].message if broken.mismatches else "no answer"
            self._lose(ready.series, text, started)
        return response, perf_counter()

    def _by_client(
        self, client: Client, ready: Ready, values: tuple[object, ...], started: float
    ) -> tuple[Response, float]:
        """A request that another client than ours sends."""
        sent = client.send(ready, values)
        series = ready.series
        latency = int((sent.finished - started) * 1e6)
        self.telling.hold(series, lambda wrong: sent.tell(latency, wrong))
        if not isinstance(sent.answer, Response):
            service = ready.prepared.service
            text = of_loss(sent.answer, service.origin, service.timeout)
            self._lose(series, text, started, timed_out=isinstance(sent.answer, TimeoutError))
        return sent.answer, sent.finished

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
            request = Later(ready, values)  # type: ignore[assignment]
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
        self, series: Series, text: str, started: float, *, timed_out: bool = False
    ) -> NoReturn:
        """No answer came. Only of a request that timed out is it known how long that took."""
        latency = int((perf_counter() - started) * 1e6)
        self._principal.lost = True
        if timed_out:
            series.samples.append(latency)
        else:
            series.lost += 1
        if self.telling.listener is not None:
            self.telling.heard(series, latency, 0)
        self._fail(series, text)

    def _fail(self, series: Series, text: str) -> NoReturn:
        self._blame(series, text)
        raise FlowEndedError(text)

    def _blame(self, series: Series, text: str) -> None:
        """Count what is wrong with the last request of a series: a request fails only once."""
        if self.telling.wrong(series, text):
            self._principal.wrong += 1
            series.fail(text)

    def stumble(self, wrong: Exception, flow: Series) -> None:
        """Count what a flow could not go on from: a field that is not there, and its like."""
        self.settle(flow)
        self.wrong += 1
        text = of_stumble(wrong)
        if self.last is not None and self.telling.wrong(self.last, text):
            self.last.fail(text)
        else:
            flow.note(text)  # no request is to blame that has not failed already

    def settle(self, flow: Series | None = None) -> None:
        """Count the expectations that did not hold since the last request was sent."""
        for text, names in of_findings(self.check.take()):
            known = self.identity.tally.series
            series = next((known[name] for name in names if name in known), self.last)
            if series is not None:
                self._blame(series, text)
            elif flow is not None:
                self.wrong += 1
                flow.note(text)

    def end(self, flow: Series) -> None:
        """A flow has ended: nothing more is to come of its requests."""
        if self.check.recorded:
            self.settle(flow)
        self.telling.end()


def _may_repeat(wrong: BaseException, prepared: Prepared, connection: Connection | None) -> bool:
    """Whether nobody can have acted on a request, or may do so twice."""
    if connection is None or connection.received:
        return False
    lost = isinstance(wrong, ConnectionError | BrokenOffError)
    return isinstance(wrong, NotSentError) or (prepared.repeatable and lost)
