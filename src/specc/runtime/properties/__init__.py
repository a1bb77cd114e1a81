"""Property tests: requests that are made up from contracts, by Hypothesis.

Importing this package does not import Hypothesis. That is done by a test that has been asked to
make up requests, by `SPECC_EXAMPLES`.
"""

from specc.runtime.properties.requests import Requests, Sent
from specc.runtime.properties.rules import Rule
from specc.runtime.properties.tests import any_invalid, any_valid, refused, walk

__all__ = ["Requests", "Rule", "Sent", "any_invalid", "any_valid", "refused", "walk"]
