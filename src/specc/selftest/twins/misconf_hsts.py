"""By http there is nothing to say: the twins are not served by https."""

from specc.selftest.desk import on_desk

TWIN = on_desk()
