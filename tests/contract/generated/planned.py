"""What the programs that make the calls of plan.py share: the plan, without what a generator cannot read."""

import json


def planned(path, unread):
    """The calls of a plan whose answers are of none of these media types; and how the client is to sum up: of how many calls,
    and which are left out, each with its reason."""
    with open(path, encoding="utf-8") as file:
        plan = json.load(file)
    calls = [call for call in plan if call["media"][0] not in unread]
    left_out = [f"; {call['id']} is not: {unread[call['media'][0]]}" for call in plan if call not in calls]
    return calls, f"of {len(plan)} read{''.join(left_out)}"
