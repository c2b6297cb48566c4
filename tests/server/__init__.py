"""The server as a process under load, told to stop, and beside a database that says nothing."""
