"""The command line: options, streams, exit codes; no policy."""
