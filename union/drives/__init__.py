"""What is planned at a site and with whom: units, people, conversations, lists to call, tests of strength, a committee;
each plan under a key of its own, which closing it destroys."""
