"""The ports: what Mutuals needs from the world, and what the world asks of it. Read this room first.

`network.SocialNetwork` is where the posts are, `chat` where the team is, `store` what is remembered, `jobs` who does the
work in the background, `clock` what time it is; `interactions` is the inbound port: what a chat calls when a person of
the team does something. `integration` says how another package brings a network or a chat.
Everything may raise the errors of `mutuals.domain.errors`, and nothing else on purpose.
"""
