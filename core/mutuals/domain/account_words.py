"""Words by which an organisation tells its accounts apart, in small letters without accents."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Who answers, and who claims to be the brand itself.
SUPPORT = _words(
    """
    help helps helpdesk helpline helpcenter helpcentre helpteam support supports care cares caring customercare
    service services customerservice customersupport customers assist assists assistance ask asks answers hotline desk
    servicedesk team official hq status
    hilfe hilft kundenservice kundendienst kundenhilfe kundenbetreuung beratung
    ayuda ayudas soporte atencion atencionalcliente servicioalcliente clientes
    aide aider assistanceclient serviceclient serviceclients relationclient sav officiel
    ajuda suporte atendimento oficial
    assistenza aiuto servizioclienti ufficiale
    hulp klantenservice klantenhulp webcare helpt
    hjalp kundeservice kundtjanst kundservice kundesenter asiakaspalvelu obsluga pomoc destek yardim bantuan layanan
    """
)
# They say nothing by themselves, and stand beside the others.
FILLERS = _words(
    """
    the your hey hello hi get real and for of from online global group international worldwide
    app apps mail mobile web news press media jobs careers business biz pro shop store stores studio studios labs dev
    developers events
    """
)
COMPANY = _words("co inc ltd llc plc corp company gmbh ag kg sa sas srl spa bv nv ab as oy aps brand brands")
# Whoever says so is no one of the organisation, or says so to joke.
NOT_THEM = _words(
    """
    i we love loves fan fans fanpage fanclub fanclubs lover lovers unofficial parody parodie satire not ex former sucks hater
    haters victim victims boycott watch against stan stans user users owner owners alumni
    """
)
_CODES = """
    ad ae af ag ai al am ao ar at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cd cf cg ch ci cl cm cn
    co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fr ga gb gd ge gh gm gn gr gt gw gy hk hn hr ht hu id ie il
    in iq ir is it jm jo jp ke kg kh km kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mk ml mm mn mo mr mt mu
    mv mw mx my mz na ne ng ni nl no np nz om pa pe pg ph pk pl pr ps pt py qa ro rs ru rw sa sb sc sd se sg si sk sl sm sn
    so sr ss st sv sy sz td tg th tj tl tm tn to tr tt tw tz ua ug us uy uz va vc ve vn vu ws xk ye za zm zw
    uk eu usa uae ksa aus nzl gbr deu fra esp ita bra mex ind jpn
    en ja ko zh da sv cs uk emea apac latam dach benelux nordic nordics mena anz
"""
_NAMES = """
    africa america americas arabia argentina asia australia austria osterreich bangladesh belgium belgique belgie bolivia
    brazil brasil britain bulgaria cameroon canada chile china colombia costarica croatia hrvatska cyprus czechia cesko
    denmark danmark dominicana ecuador egypt emirates england estonia europe europa finland suomi france germany
    deutschland ghana greatbritain greece guatemala honduras hongkong hungary magyarorszag iceland india indonesia iraq
    ireland israel italy italia jamaica japan jordan kazakhstan kenya korea kuwait latvia lebanon lithuania luxembourg
    malaysia malta mexico middleeast morocco maroc myanmar nederland nepal netherlands newzealand nigeria norge norway oman
    pakistan panama paraguay peru philippines pilipinas poland polska portugal qatar romania russia saudi saudiarabia
    scotland senegal serbia singapore slovakia slovenia southafrica southkorea spain espana srilanka suisse sverige sweden
    switzerland schweiz svizzera taiwan tanzania thailand tunisia turkey turkiye uganda ukraine unitedkingdom unitedstates
    uruguay uzbekistan venezuela vietnam wales zambia zimbabwe
"""
PLACES = _words(_CODES + _NAMES)
