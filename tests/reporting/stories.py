"""Runs to tell of."""

from __future__ import annotations

import attrs

from specc.reporting.story import (
    STATES,
    Alert,
    Covered,
    Finding,
    Hook,
    Load,
    Past,
    StageTold,
    Story,
    Told,
)

EVIL = "</pre></script><script>document.title='owned'</script><img src=x onerror=alert(1)>\n\x1b[31m`|$&"
WIDE = "x" * 400


def story(endpoints: int = 4, each: int = 10, text: str = EVIL) -> Story:
    """A run that has some of everything, with a text from outside wherever there can be one."""
    obligations = tuple(
        Told(
            f"endpoint_{number}.rejects.{text if index == 1 else 'field'}.{index}",
            f"endpoint_{number}",
            f"specs/shop.bts:{index}",
            STATES[index % len(STATES)] if index < 5 else "held",
            text,
            f"{text}\n{WIDE}",
            0.1,
        )
        for number in range(endpoints)
        for index in range(each)
    )
    finding = Finding(
        text,
        text,
        "critical",
        639,
        "API1:2023",
        f"{text}{WIDE}",
        text,
        text,
        (text, f"curl {WIDE}"),
    )
    obligations += tuple(
        Told(
            f"endpoint_0.security.{severity}",
            "endpoint_0",
            "specs/shop.bts:9",
            "broken",
            message=f"{text}\n{WIDE}",
            finding=attrs.evolve(finding, severity=severity),
        )
        for severity in ("low", "critical", "medium", text)
    )
    seconds = [
        {"at": at, "requests": 90 + at, "failed": at % 3, "p50": 0.01, "p95": 0.02, "p99": None}
        for at in range(20)
    ]
    counts = dict.fromkeys(STATES, 2)
    return Story(
        title=text,
        at="2030-01-01 10:00 UTC",
        seed=7,
        seconds=12.5,
        obligations=obligations,
        troubles=(text,),
        pipeline="release",
        stages=(
            StageTold("smoke", (), "passed", "", 1.0, counts),
            StageTold("contract", ("smoke",), "failed", text, 1.0, counts),
            StageTold("attack", ("contract",), "blocked", WIDE, 0.0, counts),
        ),
        hook=Hook(f"undo.sh {text}", 3, f"{text}{WIDE}"),
        loads=(
            Load(
                text,
                {
                    "outcome": text,
                    "seconds": seconds,
                    "doubts": [text],
                    "thresholds": [{"text": text, "value": 0.2, "said": text, "outcome": "broken"}],
                },
            ),
        ),
        covered=(Covered(text, {"status": (1, 2), text: (0, 0)}),),
        past=tuple(Past(f"2030-01-{day:02}", counts, 1.0) for day in range(1, 31)),
        alerts=(Alert("slower", text, text),),
        latencies={"endpoint_1": 0.0123, "endpoint_2": 1.5},
        trends={"endpoint_1": (0.011, 0.012, 0.0123), "endpoint_2": (1.5,)},
    )
