<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Aside::Qml::UrlFetch</name>
    <message>
        <source>The answer of %1 is no JSON object, whose members could become assigns</source>
        <translation>Die Antwort von %1 ist kein JSON-Objekt, dessen Felder Assigns werden könnten</translation>
    </message>
    <message>
        <source>The answer of %1 has no member “%2”</source>
        <translation>Die Antwort von %1 hat kein Feld „%2“</translation>
    </message>
    <message>
        <source>“%1” is no address: %2</source>
        <translation>„%1“ ist keine Adresse: %2</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>%1 is not fetched, since its scheme is “%2”: only http and https are</source>
        <translation>%1 wird nicht geholt, denn das Schema ist „%2“: nur http und https werden es</translation>
    </message>
    <message>
        <source>%1 redirects to %2, which is refused: only http and https are followed, and not from https to http</source>
        <translation>%1 leitet zu %2 um, was abgelehnt wird: Gefolgt wird nur http und https, und nicht von https zu http</translation>
    </message>
    <message>
        <source>%1 redirects more than %2 times</source>
        <translation>%1 leitet öfter als %2-mal um</translation>
    </message>
    <message>
        <source>The answer of %1 is empty, and no JSON</source>
        <translation>Die Antwort von %1 ist leer und kein JSON</translation>
    </message>
    <message>
        <source>The answer of %1 is no JSON: %2, at byte %3</source>
        <translation>Die Antwort von %1 ist kein JSON: %2, bei Byte %3</translation>
    </message>
    <message>
        <source>The server of %1 was not found. Check the address, and whether this computer is online</source>
        <translation>Der Server von %1 wurde nicht gefunden. Prüfen Sie die Adresse und ob dieser Rechner online ist</translation>
    </message>
    <message>
        <source>The server of %1 takes no connections. Check the address, and whether the server runs</source>
        <translation>Der Server von %1 nimmt keine Verbindungen an. Prüfen Sie die Adresse und ob der Server läuft</translation>
    </message>
    <message>
        <source>The server of %1 closed the connection before it had answered. Try again</source>
        <translation>Der Server von %1 hat die Verbindung vor seiner Antwort geschlossen. Versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>The answer of %1 cannot be unpacked, or is larger than the %2 bytes that are allowed</source>
        <translation>Die Antwort von %1 lässt sich nicht auspacken oder ist größer als die erlaubten %2 Bytes</translation>
    </message>
    <message>
        <source>%1 could not be fetched: %2</source>
        <translation>%1 ließ sich nicht holen: %2</translation>
    </message>
    <message>
        <source>%1 answers %2, without the address to go to</source>
        <translation>%1 antwortet %2, ohne die Adresse, zu der es geht</translation>
    </message>
    <message>
        <source>%1 answers %2: it is not for everybody</source>
        <translation>%1 antwortet %2: Das ist nicht für jeden</translation>
    </message>
    <message>
        <source>%1 answers %2. Check the address</source>
        <translation>%1 antwortet %2. Prüfen Sie die Adresse</translation>
    </message>
    <message>
        <source>%1 answers %2. Try again later</source>
        <translation>%1 antwortet %2. Versuchen Sie es später noch einmal</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <translation>%1 antwortet %2</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than the %2 bytes that are allowed</source>
        <translation>Die Antwort von %1 ist größer als die erlaubten %2 Bytes</translation>
    </message>
    <message>
        <source>The server of %1 is not trusted: %2. Check the address, and the date of this computer</source>
        <translation>Dem Server von %1 ist nicht zu trauen: %2. Prüfen Sie die Adresse und das Datum dieses Computers</translation>
    </message>
</context>
<context>
    <name>AsideDemo</name>
    <message>
        <source>%1 (%2 bytes)</source>
        <translation>%1 (%2 Bytes)</translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation>%1 Datei</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
    <message>
        <source>in %1 folder</source>
        <translation>in %1 Ordner</translation>
    </message>
    <message>
        <source>in %1 folders</source>
        <translation>in %1 Ordnern</translation>
    </message>
</context>
<context>
    <name>AsideDemo::BackgroundModel</name>
    <message>
        <source>The counter is at its maximum. Reset it, or count further.</source>
        <translation>Der Zähler ist an seiner Grenze. Setzen Sie ihn zurück, oder erhöhen Sie die Grenze.</translation>
    </message>
    <message>
        <source>%1 of %2 started: no more than %3 may run at once. Stop some, or allow more.</source>
        <translation>%1 von %2 gestartet: Mehr als %3 dürfen nicht zugleich laufen. Halten Sie einige an, oder erlauben Sie mehr.</translation>
    </message>
    <message>
        <source>The maximum</source>
        <translation>Die Grenze</translation>
    </message>
    <message>
        <source>How many may run at once</source>
        <translation>Wie viele zugleich laufen dürfen</translation>
    </message>
    <message>
        <source>%1 is a number from 1 to %2, and not “%3”.</source>
        <translation>%1: eine Zahl von 1 bis %2 und nicht „%3“.</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 · %2 steps/s</source>
        <translation>%1 · %2 Schritte/s</translation>
    </message>
    <message>
        <source>%1 · %2 s left</source>
        <translation>%1 · noch %2 s</translation>
    </message>
    <message>
        <source>%1 · %2 min left</source>
        <translation>%1 · noch %2 min</translation>
    </message>
</context>
<context>
    <name>AsideDemo::CatalogueError</name>
    <message>
        <source>The catalogue %1 cannot be opened. Check that its folder exists and may be written to, or choose another file with --database FILE.</source>
        <translation>Der Katalog %1 lässt sich nicht öffnen. Prüfen Sie, ob es seinen Ordner gibt und Sie darin schreiben dürfen, oder wählen Sie mit --database DATEI eine andere Datei.</translation>
    </message>
    <message>
        <source>The catalogue %1 cannot be written: the place is read-only. What was catalogued stays readable. Choose another file with --database FILE.</source>
        <translation>Der Katalog %1 lässt sich nicht schreiben: Der Ort ist schreibgeschützt. Was schon erfasst ist, bleibt lesbar. Wählen Sie mit --database DATEI eine andere Datei.</translation>
    </message>
    <message>
        <source>There is no room left for the catalogue %1. What was catalogued so far stays. Make room and scan again, or choose another place with --database FILE.</source>
        <translation>Für den Katalog %1 ist kein Platz mehr. Was bisher erfasst ist, bleibt. Schaffen Sie Platz und lesen Sie neu ein, oder wählen Sie mit --database DATEI einen anderen Ort.</translation>
    </message>
    <message>
        <source>The catalogue %1 is damaged or is not a catalogue. The file has not been touched. You can move it aside and start afresh: your own files are not concerned.</source>
        <translation>Der Katalog %1 ist beschädigt oder kein Katalog. Die Datei wurde nicht angerührt. Sie können sie beiseitelegen und neu beginnen: Ihre eigenen Dateien betrifft das nicht.</translation>
    </message>
    <message>
        <source>%1 belongs to another program, or to a newer version of this one. It has not been touched. Choose another file with --database FILE.</source>
        <translation>%1 gehört einem anderen Programm oder einer neueren Fassung von diesem. Die Datei wurde nicht angerührt. Wählen Sie mit --database DATEI eine andere.</translation>
    </message>
    <message>
        <source>Another program is using the catalogue %1. Try again when it is done.</source>
        <translation>Ein anderes Programm benutzt gerade den Katalog %1. Versuchen Sie es noch einmal, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>A newer scan of this folder has taken over (catalogue %1).</source>
        <translation>Dieser Ordner wird inzwischen neu eingelesen (Katalog %1).</translation>
    </message>
    <message>
        <source>The catalogue %1 failed.</source>
        <translation>Der Katalog %1 hat versagt.</translation>
    </message>
    <message>
        <source>The catalogue %1 failed: %2.</source>
        <translation>Der Katalog %1 hat versagt: %2.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::Charts</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>AsideDemo::DashboardModel</name>
    <message>
        <source>This fails on purpose the first time, and works when it is tried again.</source>
        <translation>Das schlägt beim ersten Mal mit Absicht fehl und gelingt beim nächsten Versuch.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::DemoServer</name>
    <message>
        <source>This demo was built without Qt HTTP Server. Start it with --httpbin URL to send the requests to a site.</source>
        <translation>Dieses Programm wurde ohne Qt HTTP Server gebaut. Mit --httpbin URL gehen die Anfragen an eine andere Adresse.</translation>
    </message>
    <message>
        <source>The demo&apos;s own server found no free port.</source>
        <translation>Der eigene Server des Programms fand keinen freien Port.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::Details</name>
    <message>
        <source>This file has left the catalogue.</source>
        <translation>Diese Datei steht nicht mehr im Katalog.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>AsideDemo::DuplicateListModel</name>
    <message>
        <source>%1 copies of %2</source>
        <translation>%1 Kopien zu %2</translation>
    </message>
</context>
<context>
    <name>AsideDemo::DuplicateSearch</name>
    <message>
        <source>This file has changed since the scan.</source>
        <translation>Diese Datei hat sich seit dem Einlesen geändert.</translation>
    </message>
    <message>
        <source>This file has changed while it was read.</source>
        <translation>Diese Datei hat sich beim Lesen geändert.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::DuplicatesModel</name>
    <message>
        <source>%1 of %2 compared</source>
        <translation>%1 von %2 verglichen</translation>
    </message>
    <message>
        <source>No duplicates so far</source>
        <translation>Bisher keine Duplikate</translation>
    </message>
    <message>
        <source>%1 group · %2 could be won back</source>
        <translation>%1 Gruppe · %2 zurückzugewinnen</translation>
    </message>
    <message>
        <source>%1 groups · %2 could be won back</source>
        <translation>%1 Gruppen · %2 zurückzugewinnen</translation>
    </message>
</context>
<context>
    <name>AsideDemo::ExploreModel</name>
    <message>
        <source>Only folders on this computer can be catalogued.</source>
        <translation>Nur Ordner auf diesem Rechner können erfasst werden.</translation>
    </message>
    <message>
        <source>%1 %2 · %3 files/s</source>
        <translation>%1 %2 · %3 Dateien/s</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FileActions</name>
    <message>
        <source>%1 is gone: it was moved or deleted after the scan.</source>
        <translation>%1 ist weg: Die Datei wurde nach dem Einlesen verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>The folder %1 is gone: it was moved or deleted after the scan.</source>
        <translation>Der Ordner %1 ist weg: Er wurde nach dem Einlesen verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>This file has left the catalogue.</source>
        <translation>Diese Datei steht nicht mehr im Katalog.</translation>
    </message>
    <message>
        <source>The system has no program to open %1 with.</source>
        <translation>Das System hat kein Programm, um %1 zu öffnen.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FileContent</name>
    <message>
        <source>This file is gone: it was moved or deleted after the scan.</source>
        <translation>Diese Datei ist weg: Sie wurde nach dem Einlesen verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>This is no ordinary file by now.</source>
        <translation>Das ist inzwischen keine gewöhnliche Datei mehr.</translation>
    </message>
    <message>
        <source>The system could not read this file: %1.</source>
        <translation>Das System konnte diese Datei nicht lesen: %1.</translation>
    </message>
    <message>
        <source>This is a link by now.</source>
        <translation>Das ist inzwischen eine Verknüpfung.</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FileWalker</name>
    <message>
        <source>The system could not read this folder.</source>
        <translation>Das System konnte diesen Ordner nicht lesen.</translation>
    </message>
    <message>
        <source>You have no permission to read this folder.</source>
        <translation>Sie dürfen diesen Ordner nicht lesen.</translation>
    </message>
    <message>
        <source>This is not a folder.</source>
        <translation>Das ist kein Ordner.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>The path is longer than the system allows.</source>
        <translation>Der Pfad ist länger, als das System erlaubt.</translation>
    </message>
    <message>
        <source>The system could not read this folder: %1.</source>
        <translation>Das System konnte diesen Ordner nicht lesen: %1.</translation>
    </message>
    <message>
        <source>This folder contains itself; left out.</source>
        <translation>Dieser Ordner enthält sich selbst; ausgelassen.</translation>
    </message>
    <message>
        <source>You may list this folder, but not look at what is in it.</source>
        <translation>Sie dürfen diesen Ordner auflisten, aber nicht ansehen, was darin ist.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FingerprintModel</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>the thread was told in its block that it is not wanted any more</source>
        <translation>der Thread erfuhr in seinem Block, dass er nicht mehr gebraucht wird</translation>
    </message>
    <message>
        <source>the thread has read all, and left its result by a block</source>
        <translation>der Thread hat alles gelesen und sein Ergebnis durch einen Block hinterlassen</translation>
    </message>
    <message>
        <source>StateGoneError: %1. The thread has ended</source>
        <translation>StateGoneError: %1. Der Thread ist zu Ende</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FiveRequests</name>
    <message>
        <source>2xx: done</source>
        <translation>2xx: erledigt</translation>
    </message>
    <message>
        <source>3xx: elsewhere</source>
        <translation>3xx: anderswo</translation>
    </message>
    <message>
        <source>4xx: refused</source>
        <translation>4xx: abgelehnt</translation>
    </message>
    <message>
        <source>5xx: broken</source>
        <translation>5xx: defekt</translation>
    </message>
    <message>
        <source>Together %1; one after another it would have been %2.</source>
        <translation>Zusammen %1; nacheinander wären es %2 gewesen.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FloodFigures</name>
    <message>
        <source>With Aside, the longest stall was %1 times shorter.</source>
        <translation>Mit Aside war das längste Stocken %1-mal kürzer.</translation>
    </message>
    <message>
        <source>With Aside, the longest stall was %1 times longer. That should not be.</source>
        <translation>Mit Aside war das längste Stocken %1-mal länger. Das sollte nicht sein.</translation>
    </message>
    <message>
        <source>The longest stalls hardly differ. Try a higher rate.</source>
        <translation>Das längste Stocken unterscheidet sich kaum. Versuchen Sie eine höhere Rate.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FloodModel</name>
    <message>
        <source>A flood needs threads of its own, and they are switched off (ASIDE_ASYNC=0).</source>
        <translation>Eine Flut braucht eigene Threads, und die sind abgeschaltet (ASIDE_ASYNC=0).</translation>
    </message>
    <message>
        <source>Stopped by itself after %1 s, so that the naive way locks nobody out.</source>
        <translation>Nach %1 s von selbst angehalten, damit die naive Art niemanden aussperrt.</translation>
    </message>
    <message>
        <source>Stopped by itself, so that the naive way locks nobody out: it had taken more than %1 of memory.</source>
        <translation>Von selbst angehalten, damit die naive Art niemanden aussperrt: Sie hatte mehr als %1 Speicher genommen.</translation>
    </message>
    <message>
        <source>Stopped as its page was left: the naive way would have stalled the others, too.</source>
        <translation>Angehalten, als die Seite verlassen wurde: Die naive Art hätte auch die anderen stocken lassen.</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Nothing is pushed</source>
        <translation>Nichts wird geschickt</translation>
    </message>
    <message>
        <source>1 worker queues a call for each update</source>
        <translation>1 Arbeiter reiht für jede Änderung einen Aufruf ein</translation>
    </message>
    <message>
        <source>1 worker posts each update</source>
        <translation>1 Arbeiter schickt jede Änderung</translation>
    </message>
    <message>
        <source>%1 workers queue a call for each update</source>
        <translation>%1 Arbeiter reihen für jede Änderung einen Aufruf ein</translation>
    </message>
    <message>
        <source>%1 workers post each update</source>
        <translation>%1 Arbeiter schicken jede Änderung</translation>
    </message>
    <message>
        <source>The rate is a number from %1 to %2, or “%3”, and not “%4”.</source>
        <translation>Die Rate ist eine Zahl von %1 bis %2 oder „%3“ und nicht „%4“.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FolderPicker</name>
    <message>
        <source>This folder cannot be read.</source>
        <translation>Dieser Ordner lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::FramePlot</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>AsideDemo::Headless</name>
    <message>
        <source>%1 more could not be read.</source>
        <translation>%1 weitere waren nicht zu lesen.</translation>
    </message>
    <message>
        <source>%1 % · %2 %3</source>
        <translation>%1 % · %2 %3</translation>
    </message>
    <message>
        <source>%1, %2, %3, catalogued in %4 s into %5</source>
        <translation>%1, %2, %3, in %4 s erfasst in %5</translation>
    </message>
    <message>
        <source>Stopped: %1, %2, %3, catalogued in %4 s into %5; what was in it before stays.</source>
        <translation>Abgebrochen: %1, %2, %3, in %4 s erfasst in %5; was vorher darin war, bleibt.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::HttpFetcher</name>
    <message>
        <source>%1 did not answer: %2</source>
        <translation>%1 hat nicht geantwortet: %2</translation>
    </message>
</context>
<context>
    <name>AsideDemo::Insights</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Im Durchschnitt</translation>
    </message>
    <message>
        <source>In folders</source>
        <translation>In Ordnern</translation>
    </message>
    <message>
        <source>Links and others</source>
        <translation>Verweise und anderes</translation>
    </message>
    <message>
        <source>Oldest change</source>
        <translation>Älteste Änderung</translation>
    </message>
    <message>
        <source>Newest change</source>
        <translation>Neueste Änderung</translation>
    </message>
    <message>
        <source>Entries of all folders</source>
        <translation>Einträge aller Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Free on its disk</source>
        <translation>Frei auf dem Datenträger</translation>
    </message>
    <message>
        <source>Last whole scan</source>
        <translation>Zuletzt ganz eingelesen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Read in</source>
        <translation>Gelesen in</translation>
    </message>
    <message>
        <source>in the folder itself</source>
        <translation>im Ordner selbst</translation>
    </message>
    <message>
        <source>The largest file is %1, %2.</source>
        <translation>Die größte Datei ist %1, %2.</translation>
    </message>
    <message>
        <source>not in a folder of it</source>
        <translation>in keinem Unterordner</translation>
    </message>
    <message>
        <source>%1 has the most: %2.</source>
        <translation>%1 hat das meiste: %2.</translation>
    </message>
    <message>
        <source>All are in %1.</source>
        <translation>Alle liegen in %1.</translation>
    </message>
    <message>
        <source>%1 file has no date, or one that is yet to come.</source>
        <translation>%1 Datei hat kein Datum, oder eines in der Zukunft.</translation>
    </message>
    <message>
        <source>%1 files have no date, or one that is yet to come.</source>
        <translation>%1 Dateien haben kein Datum, oder eines in der Zukunft.</translation>
    </message>
    <message>
        <source>less than a day</source>
        <translation>weniger als ein Tag</translation>
    </message>
    <message>
        <source>1 d</source>
        <translation>1 T</translation>
    </message>
    <message>
        <source>1 to 7 days</source>
        <translation>1 bis 7 Tage</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>7 to 30 days</source>
        <translation>7 bis 30 Tage</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>30 to 90 days</source>
        <translation>30 bis 90 Tage</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 T</translation>
    </message>
    <message>
        <source>90 days to 1 year</source>
        <translation>90 Tage bis 1 Jahr</translation>
    </message>
    <message>
        <source>1 y</source>
        <translation>1 J</translation>
    </message>
    <message>
        <source>1 to 2 years</source>
        <translation>1 bis 2 Jahre</translation>
    </message>
    <message>
        <source>2 y</source>
        <translation>2 J</translation>
    </message>
    <message>
        <source>2 to 5 years</source>
        <translation>2 bis 5 Jahre</translation>
    </message>
    <message>
        <source>5 y</source>
        <translation>5 J</translation>
    </message>
    <message>
        <source>5 to 10 years</source>
        <translation>5 bis 10 Jahre</translation>
    </message>
    <message>
        <source>10 y</source>
        <translation>10 J</translation>
    </message>
    <message>
        <source>more than 10 years</source>
        <translation>mehr als 10 Jahre</translation>
    </message>
    <message>
        <source>Of %1, the most, %2, were last changed this long ago: %3.</source>
        <translation>Von %1 wurden die meisten, %2, vor dieser Zeit zuletzt geändert: %3.</translation>
    </message>
    <message>
        <source>%1 until then</source>
        <translation>%1 bis dahin</translation>
    </message>
    <message>
        <source>%1 in %2 of that year</source>
        <translation>%1 in %2 aus diesem Jahr</translation>
    </message>
    <message>
        <source>until the end of the year</source>
        <translation>bis zum Ende des Jahres</translation>
    </message>
    <message>
        <source>within the year</source>
        <translation>innerhalb des Jahres</translation>
    </message>
    <message>
        <source>What is here now was last changed since %1: %2 in all.</source>
        <translation>Was heute hier liegt, wurde seit %1 zuletzt geändert: zusammen %2.</translation>
    </message>
    <message>
        <source>no ending</source>
        <translation>ohne Endung</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>%1 andere</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Text and code</source>
        <translation>Text und Code</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>%1 in files of %2 types; the most, %3, in %4.</source>
        <translation>%1 in Dateien von %2 Arten; das meiste, %3, in %4.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 of exactly %2 bytes</source>
        <translation>%1 von genau %2 Byte</translation>
    </message>
    <message>
        <source>At most %1 in %2 that have the size of another; their content is not compared here.</source>
        <translation>Höchstens %1 in %2, die so groß sind wie eine andere; ihr Inhalt wird hier nicht verglichen.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::Options</name>
    <message>
        <source>Keep the catalogue in FILE.</source>
        <translation>Den Katalog in der Datei FILE führen.</translation>
    </message>
    <message>
        <source>How large the window is, as in 1180x760.</source>
        <translation>Wie groß das Fenster ist, etwa 1180x760.</translation>
    </message>
    <message>
        <source>Dark colours, whatever the settings say.</source>
        <translation>Dunkle Farben, was immer eingestellt ist.</translation>
    </message>
    <message>
        <source>Light colours, whatever the settings say.</source>
        <translation>Helle Farben, was immer eingestellt ist.</translation>
    </message>
    <message>
        <source>Draw everything N times as large, from 0.5 to 4; 2 is for sharp pictures.</source>
        <translation>Alles N-mal so groß zeichnen, von 0.5 bis 4; 2 ist für scharfe Bilder.</translation>
    </message>
    <message>
        <source>Language and numbers of L, as in de or en_GB, whatever the system says; “pseudo” has texts that are 40 % longer, to see what does not fit.</source>
        <translation>Sprache und Zahlen von L, etwa de oder en_GB, was immer das System sagt; „pseudo“ hat um 40 % längere Texte und zeigt so, was nicht passt.</translation>
    </message>
    <message>
        <source>Start as if for the first time: settings and recent folders are neither read nor kept.</source>
        <translation>Wie beim ersten Mal starten: Einstellungen und letzte Ordner werden weder gelesen noch behalten.</translation>
    </message>
    <message>
        <source>Visit every state, save a picture of each into DIR, and exit: with 0 only if all were reached. Implies --fresh.</source>
        <translation>Jeden Zustand aufsuchen, von jedem ein Bild in DIR ablegen und enden: mit 0 nur, wenn alle erreicht wurden. Schließt --fresh ein.</translation>
    </message>
    <message>
        <source>Catalogues the files of a folder in the background, and finds them again as you type.</source>
        <translation>Erfasst die Dateien eines Ordners im Hintergrund und findet sie beim Tippen wieder.</translation>
    </message>
    <message>
        <source>The folder to catalogue; without one, the last one.</source>
        <translation>Der Ordner, der erfasst wird; ohne ihn der letzte.</translation>
    </message>
    <message>
        <source>Only one folder can be catalogued at a time, and here are %1.</source>
        <translation>Nur ein Ordner zugleich kann erfasst werden, und hier stehen %1.</translation>
    </message>
    <message>
        <source>The name of the folder is empty.</source>
        <translation>Der Name des Ordners ist leer.</translation>
    </message>
    <message>
        <source>--size is a width and a height, as in 1180x760, and not “%1”.</source>
        <translation>--size ist eine Breite und eine Höhe, etwa 1180x760, und nicht „%1“.</translation>
    </message>
    <message>
        <source>--scale is a number from 0.5 to 4, and not “%1”.</source>
        <translation>--scale ist eine Zahl von 0.5 bis 4 und nicht „%1“.</translation>
    </message>
    <message>
        <source>--dark and --light exclude each other.</source>
        <translation>--dark und --light schließen einander aus.</translation>
    </message>
    <message>
        <source>--tour needs a folder for its pictures.</source>
        <translation>--tour braucht einen Ordner für seine Bilder.</translation>
    </message>
    <message>
        <source>Send the requests of the dashboard to the site at URL, one like https://httpbin.org, and not to the demo&apos;s own server.</source>
        <translation>Die Anfragen der Übersicht an die Adresse URL senden, eine wie https://httpbin.org, und nicht an den eigenen Server.</translation>
    </message>
    <message>
        <source>--httpbin needs the address of a site, as in https://httpbin.org, and not “%1”.</source>
        <translation>--httpbin braucht eine Adresse wie https://httpbin.org, und nicht „%1“.</translation>
    </message>
    <message>
        <source>Open no window: do what --scan says, and exit with 0 if it was done whole, 1 if it failed or was stopped (Ctrl+C), 2 for a mistake on the command line.</source>
        <translation>Kein Fenster öffnen: tun, was --scan sagt, und enden mit 0, wenn alles getan ist, 1, wenn es scheiterte oder abgebrochen wurde (Strg+C), 2 bei einem Fehler auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>With --headless: catalogue FOLDER. What was catalogued is kept even if it is stopped.</source>
        <translation>Mit --headless: FOLDER erfassen. Was erfasst ist, bleibt auch nach einem Abbruch.</translation>
    </message>
    <message>
        <source>--headless needs --scan FOLDER.</source>
        <translation>--headless braucht --scan FOLDER.</translation>
    </message>
    <message>
        <source>--scan needs --headless; a folder for the window is named alone.</source>
        <translation>--scan braucht --headless; für das Fenster genügt der Name des Ordners.</translation>
    </message>
    <message>
        <source>--headless and --tour exclude each other.</source>
        <translation>--headless und --tour schließen einander aus.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::Preview</name>
    <message>
        <source>This drawing is too large for a preview.</source>
        <translation>Diese Zeichnung ist zu groß für eine Vorschau.</translation>
    </message>
    <message>
        <source>This picture is too large for a preview.</source>
        <translation>Dieses Bild ist zu groß für eine Vorschau.</translation>
    </message>
    <message>
        <source>This picture cannot be shown: %1.</source>
        <translation>Dieses Bild lässt sich nicht zeigen: %1.</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>Diese Datei ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>This file holds neither text nor a picture.</source>
        <translation>Diese Datei enthält weder Text noch ein Bild.</translation>
    </message>
    <message>
        <source>This file is gone: it was moved or deleted after the scan.</source>
        <translation>Diese Datei ist weg: Sie wurde nach dem Einlesen verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>The system could not read this file: %1.</source>
        <translation>Das System konnte diese Datei nicht lesen: %1.</translation>
    </message>
    <message>
        <source>You have no permission to read this file.</source>
        <translation>Sie dürfen diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Pipe</source>
        <translation>Pipe</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Socket</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>There is no content to show: this is not an ordinary file.</source>
        <translation>Es gibt keinen Inhalt zu zeigen: Das ist keine gewöhnliche Datei.</translation>
    </message>
</context>
<context>
    <name>AsideDemo::ScanError</name>
    <message>
        <source>%1 cannot be catalogued. %2</source>
        <translation>%1 kann nicht erfasst werden. %2</translation>
    </message>
</context>
<context>
    <name>AsyncView</name>
    <message>
        <source>Not loaded yet</source>
        <translation>Noch nicht geladen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>Lädt: %1</translation>
    </message>
    <message>
        <source>Refreshing</source>
        <translation>Wird aufgefrischt</translation>
    </message>
    <message>
        <source>The refresh failed: %1</source>
        <translation>Das Auffrischen ist gescheitert: %1</translation>
    </message>
    <message>
        <source>This could not be loaded: %1</source>
        <translation>Das ließ sich nicht laden: %1</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
</context>
<context>
    <name>BackgroundPage</name>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Nothing counts</source>
        <translation>Nichts zählt</translation>
    </message>
    <message>
        <source>1 instance counts, and keeps a thread while it sleeps</source>
        <translation>1 Instanz zählt und behält einen Thread, während sie schläft</translation>
    </message>
    <message>
        <source>%1 instances count, and each keeps a thread while it sleeps</source>
        <translation>%1 Instanzen zählen, und jede behält einen Thread, während sie schläft</translation>
    </message>
</context>
<context>
    <name>BusyBar</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Im Gange</translation>
    </message>
</context>
<context>
    <name>CardMessage</name>
    <message>
        <source>There is nothing to count here.</source>
        <translation>Hier gibt es nichts zu zählen.</translation>
    </message>
</context>
<context>
    <name>CounterPanel</name>
    <message>
        <source>The counter is at %1</source>
        <translation>Der Zähler steht auf %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Start one</source>
        <translation>Eine starten</translation>
    </message>
    <message>
        <source>Start one more instance</source>
        <translation>Eine weitere Instanz starten</translation>
    </message>
    <message>
        <source>Start 100</source>
        <translation>100 starten</translation>
    </message>
    <message>
        <source>Start a hundred more instances</source>
        <translation>Hundert weitere Instanzen starten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Stop all instances (Esc)</source>
        <translation>Alle Instanzen anhalten (Esc)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Set the counter to 0; those that run go on</source>
        <translation>Den Zähler auf 0 setzen; was läuft, läuft weiter</translation>
    </message>
    <message>
        <source>Count to</source>
        <translation>Zählen bis</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Höchstens zugleich</translation>
    </message>
</context>
<context>
    <name>DashboardCard</name>
    <message>
        <source>Load “%1” again</source>
        <translation>„%1“ noch einmal laden</translation>
    </message>
</context>
<context>
    <name>DashboardGrid</name>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>With “%1” in name or path</source>
        <translation>Mit „%1“ in Name oder Pfad</translation>
    </message>
    <message>
        <source>Growth by year</source>
        <translation>Wachstum nach Jahren</translation>
    </message>
    <message>
        <source>Bytes by the year of their last change</source>
        <translation>Bytes nach dem Jahr ihrer letzten Änderung</translation>
    </message>
    <message>
        <source>Bytes by type</source>
        <translation>Bytes nach Art</translation>
    </message>
    <message>
        <source>By the ending of the name; one leads to its files</source>
        <translation>Nach der Endung des Namens; eine führt zu ihren Dateien</translation>
    </message>
    <message>
        <source>Files by age</source>
        <translation>Dateien nach Alter</translation>
    </message>
    <message>
        <source>Number of files by the time since their last change, in days (d) and years (y)</source>
        <translation>Anzahl der Dateien nach der Zeit seit ihrer letzten Änderung, in Tagen (T) und Jahren (J)</translation>
    </message>
    <message>
        <source>Largest folders</source>
        <translation>Größte Ordner</translation>
    </message>
    <message>
        <source>Each with all that is below it; one leads to its files</source>
        <translation>Jeder mit allem, was darin liegt; einer führt zu seinen Dateien</translation>
    </message>
    <message>
        <source>Largest files</source>
        <translation>Größte Dateien</translation>
    </message>
    <message>
        <source>One leads to its details</source>
        <translation>Eine führt zu ihren Einzelheiten</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Mögliche Duplikate</translation>
    </message>
    <message>
        <source>What files of equal size waste if they are equal; one leads to the search that compares them</source>
        <translation>Was Dateien gleicher Größe verschwenden, wenn sie gleich sind; eine führt zu der Suche, die sie vergleicht</translation>
    </message>
    <message>
        <source>The catalogue itself</source>
        <translation>Der Katalog selbst</translation>
    </message>
    <message>
        <source>Looked at every two seconds while this is seen</source>
        <translation>Alle zwei Sekunden angesehen, solange dies zu sehen ist</translation>
    </message>
    <message>
        <source>Is the catalogue sound?</source>
        <translation>Ist der Katalog in Ordnung?</translation>
    </message>
    <message>
        <source>SQLite looks through all of it</source>
        <translation>SQLite sieht ihn ganz durch</translation>
    </message>
</context>
<context>
    <name>DashboardHeader</name>
    <message>
        <source>Count only names and paths with …</source>
        <translation>Nur Namen und Pfade zählen mit …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Noch einmal laden</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Nothing to count yet</source>
        <translation>Noch nichts zu zählen</translation>
    </message>
    <message>
        <source>The dashboard shows what a catalogued folder holds: its types, ages, largest files and more.</source>
        <translation>Die Übersicht zeigt, was ein eingelesener Ordner enthält: Arten, Alter, größte Dateien und mehr.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>No file selected</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Select one to see what it is.</source>
        <translation>Wählen Sie eine aus, um zu sehen, was sie ist.</translation>
    </message>
    <message>
        <source>Largest files</source>
        <translation>Größte Dateien</translation>
    </message>
    <message>
        <source>Close this file, back to the largest files</source>
        <translation>Diese Datei schließen, zurück zu den größten</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Picture of %1</source>
        <translation>Bild von %1</translation>
    </message>
</context>
<context>
    <name>DuplicateDelegate</name>
    <message>
        <source>%1, %2 could be won back</source>
        <translation>%1, %2 zurückzugewinnen</translation>
    </message>
    <message>
        <source>%1 in %2, a hard link</source>
        <translation>%1 in %2, ein Hardlink</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 to win back</source>
        <translation>%1 zurückzugewinnen</translation>
    </message>
    <message>
        <source>hard link, no extra space</source>
        <translation>Hardlink, kein eigener Platz</translation>
    </message>
</context>
<context>
    <name>DuplicatesHeader</name>
    <message>
        <source>Back to the list of files (Esc)</source>
        <translation>Zurück zur Liste der Dateien (Esc)</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Waiting for the scan to end</source>
        <translation>Wartet auf das Ende des Einlesens</translation>
    </message>
    <message>
        <source>Stopped before the end</source>
        <translation>Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>Die Suche ist gescheitert</translation>
    </message>
    <message>
        <source>All files compared; nothing is ever deleted here</source>
        <translation>Alle Dateien verglichen; gelöscht wird hier nie etwas</translation>
    </message>
    <message>
        <source>1 left out</source>
        <translation>1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>Show what could not be compared</source>
        <translation>Zeigen, was sich nicht vergleichen ließ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu suchen</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleicht …</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message>
        <source>Files of one size are compared by their content. Nothing is changed.</source>
        <translation>Gleich große Dateien werden nach ihrem Inhalt verglichen. Verändert wird nichts.</translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation>Die Meldung oben sagt, warum.</translation>
    </message>
    <message>
        <source>None had been found until then.</source>
        <translation>Bis dahin wurde keines gefunden.</translation>
    </message>
    <message>
        <source>No two files in this folder have the same content. Empty files do not count.</source>
        <translation>Keine zwei Dateien in diesem Ordner haben den gleichen Inhalt. Leere zählen nicht.</translation>
    </message>
</context>
<context>
    <name>EntryDelegate</name>
    <message>
        <source>%1 in %2, %3, %4</source>
        <translation>%1 in %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>EntryHeader</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>EntryHeaderCell</name>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1, absteigend sortiert</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Sortieren nach: %1</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>ExploreFooter</name>
    <message>
        <source>Scanning: %1</source>
        <translation>Liest ein: %1</translation>
    </message>
    <message>
        <source>Stopped before the end</source>
        <translation>Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>The scan failed</source>
        <translation>Das Einlesen ist gescheitert</translation>
    </message>
    <message>
        <source>Scanned: %1</source>
        <translation>Eingelesen: %1</translation>
    </message>
    <message>
        <source>1 place unread</source>
        <translation>1 Ort ungelesen</translation>
    </message>
    <message>
        <source>%1 places unread</source>
        <translation>%1 Orte ungelesen</translation>
    </message>
    <message>
        <source>Show what could not be read</source>
        <translation>Zeigen, was sich nicht lesen ließ</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Liest ein</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Eingelesen</translation>
    </message>
</context>
<context>
    <name>ExploreHeader</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose another folder (Ctrl+O)</source>
        <translation>Anderen Ordner wählen (Strg+O)</translation>
    </message>
    <message>
        <source>Search names and paths (Ctrl+F)</source>
        <translation>Namen und Pfade durchsuchen (Strg+F)</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Back to the list of files (Esc)</source>
        <translation>Zurück zur Liste der Dateien (Esc)</translation>
    </message>
    <message>
        <source>Find files of equal content (Ctrl+D)</source>
        <translation>Dateien mit gleichem Inhalt finden (Strg+D)</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Stop the scan (Esc)</source>
        <translation>Das Einlesen anhalten (Esc)</translation>
    </message>
    <message>
        <source>Scan the folder again (F5)</source>
        <translation>Den Ordner neu einlesen (F5)</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
</context>
<context>
    <name>Fact</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FactLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FactTile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FigureMark</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>FileButtons</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder (Ctrl+Return)</source>
        <translation>Im Ordner zeigen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Copy path (Ctrl+C)</source>
        <translation>Pfad kopieren (Strg+C)</translation>
    </message>
</context>
<context>
    <name>FileMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>FingerprintPanel</name>
    <message>
        <source>By a token</source>
        <translation>Durch ein Token</translation>
    </message>
    <message>
        <source>Close the panel, also while its thread reads</source>
        <translation>Das Feld schließen, auch während sein Thread liest</translation>
    </message>
    <message>
        <source>The panel&apos;s state is gone. A thread that still read for it has heard of that at its next block.</source>
        <translation>Der Zustand des Feldes ist fort. Ein Thread, der noch dafür las, hat es bei seinem nächsten Block erfahren.</translation>
    </message>
    <message>
        <source>A thread that Aside did not start reads this program’s own file, in a hundred pieces and with a rest after each, and leaves its SHA-256 here.</source>
        <translation>Ein Thread, den Aside nicht gestartet hat, liest die Datei dieses Programms in hundert Stücken, ruht nach jedem und hinterlässt hier ihren SHA-256.</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Tell the thread that it is not wanted any more</source>
        <translation>Dem Thread sagen, dass er nicht mehr gebraucht wird</translation>
    </message>
    <message>
        <source>Start the thread</source>
        <translation>Den Thread starten</translation>
    </message>
    <message>
        <source>How the threads ended</source>
        <translation>Wie die Threads endeten</translation>
    </message>
</context>
<context>
    <name>FloodChart</name>
    <message>
        <source>%1: longest stall %2, %3 of %4 frames late</source>
        <translation>%1: längstes Stocken %2, %3 von %4 Bildern zu spät</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: noch nicht gemessen</translation>
    </message>
    <message>
        <source>longest stall</source>
        <translation>längstes Stocken</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>ms a frame, the last %1 s</source>
        <translation>ms je Bild, die letzten %1 s</translation>
    </message>
</context>
<context>
    <name>FloodControls</name>
    <message>
        <source>How updates come to the window</source>
        <translation>Wie Änderungen zum Fenster kommen</translation>
    </message>
    <message>
        <source>Naive</source>
        <translation>Naiv</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop all workers (Esc)</source>
        <translation>Alle Arbeiter anhalten (Esc)</translation>
    </message>
    <message>
        <source>Start the workers</source>
        <translation>Die Arbeiter starten</translation>
    </message>
    <message>
        <source>Reset figures</source>
        <translation>Zahlen zurücksetzen</translation>
    </message>
    <message>
        <source>Forget what was measured; workers that push go on</source>
        <translation>Vergessen, was gemessen wurde; Arbeiter, die schicken, machen weiter</translation>
    </message>
    <message>
        <source>Updates a second</source>
        <translation>Änderungen je Sekunde</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Arbeiter</translation>
    </message>
</context>
<context>
    <name>FloodNumber</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FloodNumbers</name>
    <message>
        <source>Sent a second</source>
        <translation>Geschickt je Sekunde</translation>
    </message>
    <message>
        <source>Applied one by one</source>
        <translation>Einzeln angewandt</translation>
    </message>
    <message>
        <source>Merged into newer</source>
        <translation>In neueren aufgegangen</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>FloodPage</name>
    <message>
        <source>Flood</source>
        <translation>Flut</translation>
    </message>
    <message>
        <source>Naive</source>
        <translation>Naiv</translation>
    </message>
    <message>
        <source>a queued call for each update</source>
        <translation>ein eingereihter Aufruf für jede Änderung</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>a post for each update, merged on its way</source>
        <translation>ein Post für jede Änderung, unterwegs zusammengefasst</translation>
    </message>
</context>
<context>
    <name>FloodTouch</name>
    <message>
        <source>A knob to drag while the workers push</source>
        <translation>Ein Knopf zum Ziehen, während die Arbeiter schicken</translation>
    </message>
    <message>
        <source>Drag the knob, or type</source>
        <translation>Am Knopf ziehen oder tippen</translation>
    </message>
</context>
<context>
    <name>FloodVerdict</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Longest stall</source>
        <translation>Längstes Stocken</translation>
    </message>
    <message>
        <source>Frames over %1 ms</source>
        <translation>Bilder über %1 ms</translation>
    </message>
    <message>
        <source>Sent a second</source>
        <translation>Geschickt je Sekunde</translation>
    </message>
    <message>
        <source>Applied a second</source>
        <translation>Angewandt je Sekunde</translation>
    </message>
    <message>
        <source>Memory growth</source>
        <translation>Speicherzuwachs</translation>
    </message>
    <message>
        <source>Naive</source>
        <translation>Naiv</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
    <message>
        <source>Run both ways for a few seconds each, and compare.</source>
        <translation>Lassen Sie beide Arten ein paar Sekunden laufen, und vergleichen Sie.</translation>
    </message>
</context>
<context>
    <name>FolderChooser</name>
    <message>
        <source>Choose a folder to catalogue</source>
        <translation>Wählen Sie einen Ordner zum Erfassen</translation>
    </message>
    <message>
        <source>The folder above (Backspace)</source>
        <translation>Der Ordner darüber (Rücktaste)</translation>
    </message>
    <message>
        <source>Path of the folder</source>
        <translation>Pfad des Ordners</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Catalogue this folder</source>
        <translation>Diesen Ordner erfassen</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders here</source>
        <translation>Ordner hier</translation>
    </message>
</context>
<context>
    <name>FolderView</name>
    <message>
        <source>No folders here.</source>
        <translation>Hier sind keine Ordner.</translation>
    </message>
</context>
<context>
    <name>FrameMeter</name>
    <message>
        <source>%1 ms a frame, longest %2 ms</source>
        <translation>%1 ms je Bild, längstes %2 ms</translation>
    </message>
    <message>
        <source>No frames measured yet</source>
        <translation>Noch keine Bilder gemessen</translation>
    </message>
</context>
<context>
    <name>FrameReadout</name>
    <message>
        <source>Frame times: %1</source>
        <translation>Bildzeiten: %1</translation>
    </message>
    <message>
        <source>%1 ms a frame, longest %2 ms</source>
        <translation>%1 ms je Bild, längstes %2 ms</translation>
    </message>
</context>
<context>
    <name>InstanceDelegate</name>
    <message>
        <source>Instance %1: read %2 outside of its block, %3 in it</source>
        <translation>Instanz %1: las %2 außerhalb ihres Blocks, %3 darin</translation>
    </message>
    <message>
        <source>%1 (−%2)</source>
        <translation>%1 (−%2)</translation>
    </message>
    <message>
        <source>Stop this instance (Del)</source>
        <translation>Diese Instanz anhalten (Entf)</translation>
    </message>
</context>
<context>
    <name>InstanceList</name>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>In its block</source>
        <translation>Im Block</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Nothing counts</source>
        <translation>Nichts zählt</translation>
    </message>
    <message>
        <source>Start as many instances as you like. Each sleeps, reads the counter outside of its block, where it may be stale, and counts it on in its block, where it never is.</source>
        <translation>Starten Sie so viele Instanzen, wie Sie mögen. Jede schläft, liest den Zähler außerhalb ihres Blocks, wo er veraltet sein kann, und zählt in ihrem Block weiter, wo er es nie ist.</translation>
    </message>
</context>
<context>
    <name>LargestDelegate</name>
    <message>
        <source>%1 in %2, %3</source>
        <translation>%1 in %2, %3</translation>
    </message>
    <message>
        <source>in the folder itself</source>
        <translation>im Ordner selbst</translation>
    </message>
</context>
<context>
    <name>LargestView</name>
    <message>
        <source>Largest files</source>
        <translation>Größte Dateien</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bis jetzt</translation>
    </message>
</context>
<context>
    <name>ListPlaceholder</name>
    <message>
        <source>Point me at a folder</source>
        <translation>Zeigen Sie mir einen Ordner</translation>
    </message>
    <message>
        <source>Choose one, or drop it here. Its files are catalogued aside while you look around: nothing is changed, nothing leaves this computer.</source>
        <translation>Wählen Sie einen, oder ziehen Sie ihn hierher. Seine Dateien werden nebenher erfasst, während Sie sich umsehen: Nichts wird verändert, nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sieht nach …</translation>
    </message>
    <message>
        <source>The first files will be here in a moment.</source>
        <translation>Die ersten Dateien sind gleich hier.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No name and no path holds “%1”.</source>
        <translation>Kein Name und kein Pfad enthält „%1“.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>The message above says why.</source>
        <translation>Die Meldung oben sagt, warum.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>No files here</source>
        <translation>Hier sind keine Dateien</translation>
    </message>
    <message>
        <source>There is no file in this folder, nor in any folder below it.</source>
        <translation>In diesem Ordner ist keine Datei, und in keinem darunter.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Move it aside, start afresh</source>
        <translation>Beiseitelegen, neu beginnen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
</context>
<context>
    <name>ProblemsPopup</name>
    <message>
        <source>Could not be read</source>
        <translation>Ließ sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>QGuiApplication</name>
    <message>
        <source>aside-demo --help lists all options.</source>
        <translation>aside-demo --help nennt alle Optionen.</translation>
    </message>
    <message>
        <source>--locale is a language, as in de or en_GB, and not “%1”.</source>
        <translation>--locale ist eine Sprache, etwa de oder en_GB, und nicht „%1“.</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>Aside</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>RecentDelegate</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Forget this folder (Del)</source>
        <translation>Diesen Ordner vergessen (Entf)</translation>
    </message>
    <message>
        <source>%1 in %2, gone</source>
        <translation>%1 in %2, nicht mehr da</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>nicht mehr da</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent folders</source>
        <translation>Letzte Ordner</translation>
    </message>
</context>
<context>
    <name>RefreshFailure</name>
    <message>
        <source>The refresh failed</source>
        <translation>Das Auffrischen ist gescheitert</translation>
    </message>
    <message>
        <source>The refresh failed: %1</source>
        <translation>Das Auffrischen ist gescheitert: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Five requests side by side</source>
        <translation>Fünf Anfragen nebeneinander</translation>
    </message>
    <message>
        <source>When each began and how long it took, in ms, at the demo&apos;s own server</source>
        <translation>Wann jede begann und wie lange sie dauerte, in ms, beim eigenen Server</translation>
    </message>
    <message>
        <source>When each began and how long it took, in ms, at %1</source>
        <translation>Wann jede begann und wie lange sie dauerte, in ms, bei %1</translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>Five requests</source>
        <translation>Fünf Anfragen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty this</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>The demo&apos;s own server</source>
        <translation>Der eigene Server</translation>
    </message>
    <message>
        <source>It comes up with the first request</source>
        <translation>Er kommt mit der ersten Anfrage</translation>
    </message>
    <message>
        <source>JSON from %1, after each round of requests</source>
        <translation>JSON von %1, nach jeder Runde von Anfragen</translation>
    </message>
</context>
<context>
    <name>ServerFacts</name>
    <message>
        <source>Requests answered</source>
        <translation>Beantwortete Anfragen</translation>
    </message>
    <message>
        <source>At most at the same time</source>
        <translation>Höchstens zur gleichen Zeit</translation>
    </message>
</context>
<context>
    <name>SettingsPopup</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Forget recent folders</source>
        <translation>Letzte Ordner vergessen</translation>
    </message>
</context>
<context>
    <name>TaskButton</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TaskChart</name>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Older runs are left out</source>
        <translation>Ältere Läufe sind weggelassen</translation>
    </message>
</context>
<context>
    <name>TaskDetails</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>wartete %1</translation>
    </message>
    <message>
        <source>ran %1</source>
        <translation>lief %1</translation>
    </message>
    <message>
        <source>landed after %1</source>
        <translation>gelandet nach %1</translation>
    </message>
    <message>
        <source>%1 more runs</source>
        <translation>%1 weitere Läufe</translation>
    </message>
    <message>
        <source>at most %1 at once</source>
        <translation>höchstens %1 zugleich</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 canceled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 superseded</source>
        <translation>%1 abgelöst</translation>
    </message>
    <message>
        <source>Point at a bar, or go from one to the next with the arrow keys</source>
        <translation>Auf einen Balken zeigen, oder mit den Pfeiltasten vom einen zum nächsten gehen</translation>
    </message>
</context>
<context>
    <name>TaskFilterBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>TaskFilterField</name>
    <message>
        <source>Find tasks</source>
        <translation>Aufgaben finden</translation>
    </message>
</context>
<context>
    <name>TaskHeader</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>View model</source>
        <translation>View-Model</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Gelaufen</translation>
    </message>
</context>
<context>
    <name>TaskInspector</name>
    <message>
        <source>Nothing has run while this was looked at</source>
        <translation>Nichts lief, während hier zugesehen wurde</translation>
    </message>
    <message>
        <source>No run is like that</source>
        <translation>Kein Lauf ist so</translation>
    </message>
</context>
<context>
    <name>TaskLegend</name>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
</context>
<context>
    <name>TaskLook</name>
    <message>
        <source>Io</source>
        <translation>E/A</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Abgelöst</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
</context>
<context>
    <name>TaskSpan</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Show %1 seconds</source>
        <translation>%1 Sekunden zeigen</translation>
    </message>
</context>
<context>
    <name>TaskTable</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>TaskTimeBar</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>TaskTimeline</name>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>paused, 1 more since</source>
        <translation>angehalten, seither 1 mehr</translation>
    </message>
    <message>
        <source>paused, %1 more since</source>
        <translation>angehalten, seither %1 mehr</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>the last run ended</source>
        <translation>Ende des letzten Laufs</translation>
    </message>
    <message>
        <source>Timeline of the last %1 seconds</source>
        <translation>Zeitachse der letzten %1 Sekunden</translation>
    </message>
</context>
<context>
    <name>TasksHeader</name>
    <message>
        <source>Scan again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Stop the scan</source>
        <translation>Einlesen anhalten</translation>
    </message>
    <message>
        <source>Search as you type</source>
        <translation>Suchen beim Tippen</translation>
    </message>
    <message>
        <source>Count with 20</source>
        <translation>Mit 20 zählen</translation>
    </message>
    <message>
        <source>Start twenty instances of the counter of the page Background</source>
        <translation>Zwanzig Instanzen des Zählers der Seite Hintergrund starten</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Zählen anhalten</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Whatever this program does aside appears here while you look: which lane it waits for, how long it runs, and how it ends. Start something with the buttons above.</source>
        <translation>Was dieses Programm nebenbei tut, erscheint hier, solange man hinsieht: auf welche Spur es wartet, wie lange es läuft und wie es endet. Mit den Knöpfen oben etwas starten.</translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>Content of the file</source>
        <translation>Inhalt der Datei</translation>
    </message>
    <message>
        <source>The file goes on.</source>
        <translation>Die Datei geht weiter.</translation>
    </message>
</context>
<context>
    <name>ThinProgress</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
</context>
<context>
    <name>VerdictRow</name>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1: noch nicht gemessen</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
</context>
<context>
    <name>ViewBusy</name>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
</context>
<context>
    <name>ViewMessage</name>
    <message>
        <source>Not loaded yet</source>
        <translation>Noch nicht geladen</translation>
    </message>
    <message>
        <source>This could not be loaded</source>
        <translation>Das ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Loading was stopped</source>
        <translation>Das Laden wurde angehalten</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Noch einmal laden</translation>
    </message>
</context>
<context>
    <name>WorkerLevels</name>
    <message>
        <source>The latest numbers of %1 workers</source>
        <translation>Die neuesten Zahlen von %1 Arbeitern</translation>
    </message>
</context>
</TS>
