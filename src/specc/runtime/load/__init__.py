"""Load on a service: the engine under generated locustfiles.

What a locustfile is written in is in `specc.runtime.locustfile`. Nothing here imports Locust but
`users.py` and `into_locust.py`, and only what sends needs gevent.
"""
