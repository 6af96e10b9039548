"""Which site a web address is on, as far as it matters who owns it. Pure.

The site is the last two labels of the host, or three where the last two belong to a registry ("co.uk", "com.au"). That is
no copy of the public suffix list, which is 300 KB and needs to be renewed: where this rule is too wide, the team is asked
one question too many. A host on which anybody may have a page is nobody's site.
"""

import re
from urllib.parse import urlsplit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
# Under the two letters of a country.
_REGISTRIES = _words("co com org net gov gob gouv gv go ac edu ed or ne ltd plc nom ind info biz web school")
# Sold by their owners as if they were a country's.
_SOLD = _words("uk.com us.com eu.com de.com br.com cn.com jpn.com sa.com za.com uk.net gb.net se.net")
SHARED = _words(
    """
    linktr.ee beacons.ai bio.link bio.site lnk.bio linkin.bio campsite.bio taplink.cc carrd.co about.me allmylinks.com solo.to
    msha.ke hoo.be flow.page direct.me linkpop.com snipfeed.co stan.store withkoji.com komi.io linkfly.to pally.gg
    bit.ly tinyurl.com t.co ow.ly goo.gl buff.ly rb.gy cutt.ly is.gd lnkd.in youtu.be amzn.to amzn.eu a.co fb.me fb.com
    wa.me t.me g.co g.page forms.gle dlvr.it shorturl.at tiny.cc trib.al spoti.fi apple.co
    facebook.com instagram.com threads.net threads.com twitter.com x.com youtube.com tiktok.com linkedin.com pinterest.com
    snapchat.com reddit.com discord.gg discord.com twitch.tv kick.com telegram.me telegram.org whatsapp.com bsky.app
    bsky.social mastodon.social mastodon.online vk.com weibo.com line.me lin.ee kakao.com naver.com quora.com xing.com
    medium.com substack.com tumblr.com blogspot.com blogger.com wordpress.com livejournal.com over-blog.com ghost.io
    note.com ameblo.jp hatenablog.com fc2.com wattpad.com issuu.com
    wix.com wixsite.com weebly.com squarespace.com webflow.io myshopify.com godaddysites.com business.site site123.me
    jimdo.com jimdosite.com jimdofree.com strikingly.com mystrikingly.com canva.com canva.site framer.website framer.app
    notion.site notion.so gitbook.io typeform.com calendly.com tally.so jotform.com
    google.com apple.com microsoft.com sharepoint.com dropbox.com
    github.com github.io gitlab.com gitlab.io netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com
    herokuapp.com fly.dev onrender.com glitch.me repl.co replit.app replit.dev surge.sh neocities.org readthedocs.io
    amazonaws.com cloudfront.net azurewebsites.net appspot.com
    zendesk.com freshdesk.com intercom.help helpscoutdocs.com statuspage.io atlassian.net salesforce.com force.com
    etsy.com ebay.com ebay.co.uk ebay.de amazon.com amazon.co.uk amazon.de amazon.fr amazon.es amazon.it amazon.in
    amazon.co.jp depop.com vinted.com gumroad.com bigcartel.com redbubble.com teespring.com
    patreon.com ko-fi.com buymeacoffee.com gofundme.com kickstarter.com indiegogo.com onlyfans.com fansly.com paypal.me
    paypal.com cash.app venmo.com
    spotify.com soundcloud.com bandcamp.com itch.io steamcommunity.com steampowered.com imdb.com letterboxd.com
    goodreads.com wikipedia.org fandom.com eventbrite.com meetup.com yelp.com tripadvisor.com trustpilot.com booking.com
    airbnb.com deviantart.com artstation.com behance.net flickr.com vimeo.com
    """
)


def site_of(link: str | None) -> str | None:
    """The site that an address is on, as "shop.example"; None for no address, a number, and what many people share."""
    labels = _labels(link or "")
    if len(labels) < 2 or labels[-1].isdigit():
        return None
    last_two = ".".join(labels[-2:])
    registry = last_two in _SOLD or (len(labels[-1]) == 2 and labels[-2] in _REGISTRIES)
    if registry and len(labels) < 3:
        return None
    site = ".".join(labels[-3:]) if registry else last_two
    return None if site in SHARED else site


def _labels(link: str) -> list[str]:
    """The host in small letters, taken apart, other alphabets as registries write them; empty where there is none."""
    text = link.strip()
    try:
        host = urlsplit(text if _SCHEME.match(text) else f"//{text}").hostname or ""
        host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except (UnicodeError, ValueError):
        return []
    labels = host.split(".")
    return labels if all(_LABEL.fullmatch(one) for one in labels) else []
