"""English phrases of what is at stake, as the score counts them; and of peril, which speak for *urgent* (`evidence.py`)."""

FLAGS = {
    "stake": """
        charged twice, double charged, charged me twice, charged multiple times, took my money,
        taken my money, took money, money gone, money is gone,
        unauthori/sed/zed charge/s|transaction/s|payment/s, fraudulent charge/s|transaction/s|activity,
        stole my money, drained my account, empty account, overdrawn, account ... hacked, been hacked,
        was hacked, got hacked, account ... compromised, hacked into, took over my account,
        taken over my account, someone ... access to my account, changed my password|email, identity theft,
        unsafe, not safe, safety hazard, dangerous, injured, injury, bleeding, burned my, burnt my,
        caught fire, on fire, smoke coming, smoking, sparks, exploded, gas leak, carbon monoxide,
        electrocuted, electric shock, allergic reaction, food poisoning, hospital, ambulance, emergency,
        911, brakes failed, almost died, could have died, nearly died, medication, insulin, oxygen,
        wheelchair, trapped, stuck in a lift|elevator, stranded, stuck at the|an airport,
        sleeping in|at the airport, no way home, nowhere to stay|sleep,
        locked out of my house|home|car|room, no heating|heat with, freezing with, lawyer, lawyers,
        attorney, solicitor, legal action, sue you, suing, small claims, in court, take you to court,
        see you in court, trading standards, ombudsman, file a complaint with, better business bureau, bbb,
        report you to, {times} time asking|i|i've|calling|emailing|contacting|tweeting|writing,
        asked {many} times, called {many} times, contacted {many} times, emailed {many} times,
        for the {times} time, {many} times now, today is the deadline, deadline is today|tomorrow,
        due today, needed today, need it today|tonight|tomorrow, need it by today|tonight|tomorrow, need this today|tonight,
        need it for tomorrow, leave/s|leaving in an hour, flight is in, departs in, expires today|tonight,
        last day to, urgent, urgently, asap, emergency
    """,
    "peril": """
        unauthori/sed/zed charge/s|transaction/s|payment/s, fraudulent charge/s|transaction/s|activity,
        stole my money, drained my account, account ... hacked, been hacked, was hacked, got hacked,
        account ... compromised, hacked into, someone ... access to my account, identity theft,
        caught fire, burst into flames, set fire to, smoke coming, exploded, gas leak, smell/s of gas,
        smell gas, carbon monoxide, electrocuted, electric shock, allergic reaction, food poisoning,
        brakes failed, no brakes, almost died, could have died, nearly died, nearly killed, could have killed,
        trapped in, stuck in a|the|your lift|elevator, stranded, my lawyer|solicitor|attorney|barrister,
        legal action, sue you, suing you, small claims, take/taking you to court, see you in court,
        medical emergency, broken glass in, piece|pieces|shard of glass
    """,
}
