"""The public holidays of a country or a part of one."""

from datetime import date


def holidays_of(region: str, years: range | list[int]) -> frozenset[date]:
    """The public holidays of "DE" or "US-CA" in these years. Raises ValueError when the region is not known."""
    # Loaded only where it is used: it is large.
    from holidays import country_holidays, list_supported_countries

    country, _, part = region.strip().upper().partition("-")
    unknown = f'"{region}" is no country or part of one that is known; write DE, DE-BY or US-CA'
    if country not in list_supported_countries(include_aliases=True):
        raise ValueError(unknown)  # any other name of that library would be called like a country
    try:
        return frozenset(country_holidays(country, subdiv=part or None, years=years))
    except NotImplementedError:
        raise ValueError(unknown) from None
