"""English phrases that raise a flag. The notation is explained in `phrase_matcher.py`."""

FLAGS = {
    "urgent": """
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
    "wants_follow": """
        follow me, follow back, followed back,
        follow ... so i|we can|could dm|message|send|write,
        follow us, follow so, please follow, pls follow, plz follow,
        could you follow, can you follow, can u follow, follow my account, follow this account,
        follow and dm, give me a follow, need a follow, {cant} dm you, {cant} message you,
        {cant} send you a dm|message, {cant} send a dm|message, {not} let me dm|message,
        won't let me dm|message, {not} accept dm/s, open your dm/s, open dm/s, your dm/s {be} closed,
        {not} ... following me, you need to follow, need to follow me, you have to follow, must follow me,
        if you follow me, you follow me
    """,
    "churn": """
        never again, switch/ed/ing to, switching from, time to switch, looking elsewhere, going elsewhere,
        go elsewhere, take my|our business elsewhere, taking my|our business, taking my money,
        lost my business, lose my business, losing my business, lost a customer, lost me as,
        losing a customer, no longer a customer,
        cancel my account|subscription|contract|membership|service|policy|plan, cancelling|canceling my,
        cancelled my account|subscription|contract|membership|service, never ... {buy} ... again,
        never ... {buy} with you, won't be ... {buy} again, last time i|we, won't be back, not coming back,
        done with you, i'm done with, leaving you, closing my account, close my account, moving to another,
        new provider, find another, with a competitor, going to a competitor
    """,
    "advocacy": """
        recommend them, recommend you, recommend it, recommend these, highly recommend, would recommend,
        can recommend, recommended you, recommended them, recommending you, you should try, you should get,
        you should use, you have to try, you need to try, you gotta try, try them, give them a try, go with,
        check them out, can't go wrong with, best choice, switch to them, told all my friends,
        told everyone, telling everyone, tell everyone how great|good, converted my, have you tried,
        worked for me, that fixed it for me, fixed it for me
    """,
}
