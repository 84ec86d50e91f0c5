"""Words for what operations do, where a path or a tag has them for a name."""

from __future__ import annotations


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


READS = _listed("""
    autocomplete calculate check compare count download estimate export fetch find get list lookup parse ping
    preview query read recommend render retrieve search suggest validate verify
    """)
"""What asks for something."""

ACTS = _listed("""
    accept activate add apply approve archive assign attach authenticate authorize ban block cancel capture
    change clear clone close complete confirm connect convert create deactivate decline delete deny detach
    disable disconnect enable execute finish generate import insert install invite invoke join leave lock login
    logout mark merge modify move mute notify open pause publish reboot rebuild refresh register reject
    release remove rename renew reopen replace resend reset resize resolve restart restore resume retry
    revert revoke run save send set start stop submit subscribe suspend switch sync terminate trigger
    unarchive unassign unban unblock unlock unmute unpublish unregister unsubscribe update upgrade upload
    unfollow unlink withdraw
    """)
"""What changes something."""

ENDS = frozenset(
    word
    for word in ACTS
    if word.startswith("un")
    or word in ("cancel", "clear", "delete", "detach", "disconnect", "leave", "remove", "revoke")
)
"""What is done where something is deleted."""
