"""Replays a recorded stream: which alerts would have come, and were they right?"""
