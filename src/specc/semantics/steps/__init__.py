"""Steps of flows, tests and actors: calls, captures and expectations."""
