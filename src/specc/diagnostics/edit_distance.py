"""How many slips of the keyboard lie between two words."""


def edit_distance(left: str, right: str, limit: int) -> int | None:
    """The least number of edits that turns `left` into `right`, or None where it is above `limit`.

    An edit inserts, drops or replaces one character, or swaps two neighbours (the optimal string
    alignment distance).
    """
    if abs(len(left) - len(right)) > limit:
        return None
    left, right = _without_common_ends(left, right)
    # Each edit supplies at most one character that the other word lacks: a bound that costs little
    # and sends most pairs away. A swap supplies none.
    letters, wanted = set(left), set(right)
    if len(wanted - letters) > limit or len(letters - wanted) > limit:
        return None

    beyond = limit + 1
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, a in enumerate(left, 1):
        # Only a band around the diagonal can hold costs within the limit.
        first, last = max(1, row - limit), min(len(right), row + limit)
        current = [beyond] * (len(right) + 1)
        current[0] = row
        for column in range(first, last + 1):
            b = right[column - 1]
            cost = above[column - 1]
            if a != b:
                cost = 1 + min(cost, above[column], current[column - 1])
                if row > 1 and column > 1 and a == right[column - 2] and left[row - 2] == b:
                    cost = min(cost, before[column - 2] + 1)
            current[column] = cost
        if min(current) > limit:  # costs never fall from one row to the next
            return None
        before, above = above, current
    return above[-1] if above[-1] <= limit else None


def _without_common_ends(left: str, right: str) -> tuple[str, str]:
    """What is left of two words without what they begin and end with in common."""
    shorter = min(len(left), len(right))
    start = 0
    while start < shorter and left[start] == right[start]:
        start += 1
    left, right, shorter = left[start:], right[start:], shorter - start
    end = 0
    while end < shorter and left[-1 - end] == right[-1 - end]:
        end += 1
    return left[: len(left) - end], right[: len(right) - end]
