"""`mutuals setup`: connects a network and chats, step by step, in a page on this machine or in the terminal."""
