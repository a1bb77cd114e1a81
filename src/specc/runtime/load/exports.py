"""A run for other programs: JUnit for CI, CSV for tables, text that Prometheus reads."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Sequence

from specc.runtime.load.run import Run
from specc.runtime.load.summary import value_said
from specc.runtime.load.tally import Series
from specc.runtime.load.verdict import Verdict, doubts
from specc.runtime.visible import one_line

_QUANTILES = (50.0, 90.0, 95.0, 99.0, 99.9)


def junit(run: Run) -> str:
    """A test case for each threshold. What held in a run that is invalid is an error."""
    verdicts, unsure = run.verdicts, doubts(run.tally)
    suite = ElementTree.Element(
        "testsuite",
        name=f"load {run.profile.name}",
        tests=str(len(verdicts)),
        failures=str(sum(each.outcome == "broken" for each in verdicts)),
        errors=str(sum(each.outcome == "held" for each in verdicts) if unsure else 0),
        skipped=str(sum(each.outcome == "not run" for each in verdicts)),
        time=f"{run.tally.seconds:.3f}",
    )
    for each in verdicts:
        _case(suite, each, unsure)
    root = ElementTree.Element("testsuites", name="specc")
    root.append(suite)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _case(suite: ElementTree.Element, verdict: Verdict, unsure: Sequence[str]) -> None:
    threshold = verdict.threshold
    case = ElementTree.SubElement(
        suite, "testcase", classname=suite.attrib["name"], name=threshold.id, time="0"
    )
    said = one_line(f"{threshold.text}: {value_said(verdict)} ({threshold.at})")
    match verdict.outcome:
        case "broken":
            ElementTree.SubElement(case, "failure", message=said)
        case "not run":
            ElementTree.SubElement(case, "skipped", message=said)
        case "held" if unsure:
            ElementTree.SubElement(case, "error", message=one_line("; ".join(unsure)))
        case _:
            pass


def endpoints_csv(run: Run) -> str:
    """A line for each endpoint and flow; times are in seconds."""
    head = ["kind", "name", "method", "requests", "failed", "mean"]
    head += [f"p{percent:g}" for percent in _QUANTILES]
    return _csv([*head, "max"], (_figures(kind, each) for kind, each in _all(run)))


def _figures(kind: str, series: Series) -> list[object]:
    times = series.histogram
    quantiles = [_seconds(times.percentile(percent)) for percent in _QUANTILES]
    return [
        kind,
        series.name,
        series.method,
        series.measured,
        series.measured_failed,
        _seconds(times.mean),
        *quantiles,
        _seconds(times.most),
    ]


def seconds_csv(run: Run) -> str:
    """A line for each second of the run, those of the warm-up too; times are in seconds."""
    windows = run.tally.windows
    gauges = sorted({name for window in windows for name in window.gauges})
    head = ["at", "level", "requests", "failed", "p50", "p95", "p99", "max"]
    head += ["generator_busy", "late", "dropped", *gauges]
    return _csv(
        head,
        (
            [
                window.at,
                f"{window.level:g}",
                window.requests,
                window.failed,
                *(_seconds(window.histogram.percentile(percent)) for percent in (50, 95, 99)),
                _seconds(window.histogram.most),
                f"{window.busy:.3f}",
                window.late,
                window.dropped,
                *(window.gauges.get(name, "") for name in gauges),
            ]
            for window in windows
        ),
    )


def prometheus(run: Run, *, judge: bool = True) -> str:
    """The figures in Prometheus' text format, as its node exporter takes them from a file.

    `judge` says whether thresholds belong to them: while a run lasts, that takes too long.
    """
    return "\n".join([*_exposition(run, judge=judge), ""])


def _exposition(run: Run, *, judge: bool) -> Iterator[str]:
    profile = _labels(profile=run.profile.name)
    yield from _metric("requests_total", "counter", "Requests that were measured.")
    for kind, each in _all(run):
        yield f"specc_load_requests_total{_of(run, kind, each)} {each.measured}"
    yield from _metric("failures_total", "counter", "Requests that were not as expected.")
    for kind, each in _all(run):
        yield f"specc_load_failures_total{_of(run, kind, each)} {each.measured_failed}"
    yield from _metric("latency_seconds", "summary", "How long answers took.")
    for kind, each in _all(run):
        times = each.histogram
        for percent in _QUANTILES if times.count else ():
            labels = _of(run, kind, each, quantile=f"{percent / 100:g}")
            yield f"specc_load_latency_seconds{labels} {_seconds(times.percentile(percent))}"
        total = times.mean * times.count
        yield f"specc_load_latency_seconds_sum{_of(run, kind, each)} {_seconds(total)}"
        yield f"specc_load_latency_seconds_count{_of(run, kind, each)} {times.count}"
    yield from _metric("measured_seconds", "gauge", "How long was measured.")
    yield f"specc_load_measured_seconds{profile} {run.tally.seconds:.3f}"
    for name, count, text in (
        ("begun", run.tally.begun, "Arrivals that were begun."),
        ("late", run.tally.late_count, "Arrivals begun more than 1 ms late."),
        ("dropped", run.tally.dropped, "Arrivals that were not begun at all."),
    ):
        yield from _metric(f"arrivals_{name}_total", "counter", text)
        yield f"specc_load_arrivals_{name}_total{profile} {count}"
    yield from _metric("invalid", "gauge", "1 if the figures can't be trusted.")
    yield f"specc_load_invalid{profile} {int(bool(doubts(run.tally)))}"
    yield from _now(run)
    if not judge:
        return
    judged = [each for each in run.verdicts if each.outcome != "not run"]
    yield from _metric("threshold_held", "gauge", "1 if what the profile requires holds, else 0.")
    for verdict in judged:
        labels = _labels(profile=run.profile.name, id=verdict.threshold.id)
        yield f"specc_load_threshold_held{labels} {int(verdict.outcome == 'held')}"


def _now(run: Run) -> Iterator[str]:
    """What the load is in this moment, and what monitors have seen last."""
    if not run.tally.windows:
        return
    profile = _labels(profile=run.profile.name)
    window = run.tally.windows[-1]
    what = "Arrivals due each second." if run.profile.is_open else "Users."
    yield from _metric("level", "gauge", what)
    yield f"specc_load_level{profile} {window.level:g}"
    yield from _metric("generator_busy", "gauge", "The generator's share of a processor.")
    yield f"specc_load_generator_busy{profile} {window.busy:.3f}"
    if window.gauges:
        yield from _metric("server", "gauge", "What monitors have seen of the server.")
    for name, value in sorted(window.gauges.items()):
        yield f"specc_load_server{_labels(profile=run.profile.name, what=name)} {value:g}"


def _metric(name: str, kind: str, text: str) -> tuple[str, str]:
    return f"# HELP specc_load_{name} {text}", f"# TYPE specc_load_{name} {kind}"


def _of(run: Run, kind: str, series: Series, **more: str) -> str:
    named = {"profile": run.profile.name, kind: series.name}
    if kind == "endpoint":
        named["method"] = series.method
    return _labels(**named, **more)


def _labels(**labels: str) -> str:
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items()) + "}"


def _escaped(value: str) -> str:
    return one_line(value).replace("\\", "\\\\").replace('"', '\\"')


def _all(run: Run) -> Iterator[tuple[str, Series]]:
    yield from (("endpoint", each) for each in run.tally.series.values())
    yield from (("flow", each) for each in run.tally.flows.values())


def _seconds(microseconds: float) -> str:
    return f"{microseconds / 1e6:.6f}"


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue()
