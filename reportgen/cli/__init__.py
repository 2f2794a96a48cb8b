"""The command line: thin commands, messages, exit codes. The only room that reads the clock and prints."""
