// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <shell/session.h>

#include <aside/taskobserver.h>

#include <QFile>
#include <QRect>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

/// A thing with something of each kind to keep.
class Thing : public QObject
{
    Q_OBJECT
    Q_PROPERTY(int number MEMBER m_number NOTIFY changed)
    Q_PROPERTY(bool flag MEMBER m_flag NOTIFY changed)
    Q_PROPERTY(double width MEMBER m_width NOTIFY changed)
    Q_PROPERTY(Tide tide MEMBER m_tide NOTIFY changed)
    Q_PROPERTY(QRect place MEMBER m_place NOTIFY changed)
    Q_PROPERTY(QStringList names MEMBER m_names NOTIFY changed)

public:
    enum Tide { Low, High };
    Q_ENUM(Tide)

    int m_number = 1;
    bool m_flag = false;
    double m_width = 0;
    Tide m_tide = Low;
    QRect m_place;
    QStringList m_names;

Q_SIGNALS:
    void changed();
};

class TestSession : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_folder->filePath(u"sub/settings.ini"_s); }
    void writeFile(const QByteArray &content) const
    {
        QDir().mkpath(m_folder->filePath(u"sub"_s));
        QFile settings(file());
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(content);
    }
    static void keepAll(Session &session, Thing &thing)
    {
        session.keep(u"a/number"_s, thing, "number", [](const QVariant &value) { return value.toInt() < 100; });
        session.keep(u"a/flag"_s, thing, "flag");
        session.keep(u"a/width"_s, thing, "width");
        session.keep(u"b/tide"_s, thing, "tide");
        session.keep(u"b/place"_s, thing, "place");
        session.keep(u"b/names"_s, thing, "names");
    }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void everyKind_comesBack();
    void oneName_comesBackAsAList();
    void change_isWrittenBeforeTheEnd();
    void changeBack_isWritten();
    void brokenValue_concernsNoOther_data();
    void brokenValue_concernsNoOther();
    void brokenFile_losesNothingElse_data();
    void brokenFile_losesNothingElse();
    void settingsOfOthers_stay();
    void twoSessions_writeTheirOwnChangesOnly();
    void withoutAFile_nothingIsWritten();
    void placeThatCannotBeWritten_isTold();
    void thingThatIsGone_isLeftOut();
};

void TestSession::everyKind_comesBack()
{
    {
        Thing thing;
        Session session(file());
        keepAll(session, thing);
        QVERIFY(!QFile::exists(file())); // there is nothing to write
        thing.setProperty("number", 7);
        thing.setProperty("flag", true);
        thing.setProperty("width", 380.5);
        thing.setProperty("tide", Thing::High);
        thing.setProperty("place", QRect(-5, 10, 900, 600));
        thing.setProperty("names", QStringList({u"file:///a%20b"_s, u"c, \"d\""_s}));
    }
    Thing thing;
    Session session(file());
    keepAll(session, thing);
    QCOMPARE(thing.m_number, 7);
    QVERIFY(thing.m_flag);
    QCOMPARE(thing.m_width, 380.5);
    QCOMPARE(thing.m_tide, Thing::High);
    QCOMPARE(thing.m_place, QRect(-5, 10, 900, 600));
    QCOMPARE(thing.m_names, QStringList({u"file:///a%20b"_s, u"c, \"d\""_s}));
    QFile settings(file());
    QVERIFY(settings.open(QIODevice::ReadOnly));
    QVERIFY(settings.readAll().contains("tide=High\n")); // for people, too
}

void TestSession::oneName_comesBackAsAList()
{
    for (const QStringList &names : {QStringList{u"one"_s}, QStringList()}) {
        {
            Thing thing;
            Session session(file());
            keepAll(session, thing);
            thing.setProperty("names", names);
        }
        Thing thing;
        Session session(file());
        keepAll(session, thing);
        QCOMPARE(thing.m_names, names);
    }
}

void TestSession::change_isWrittenBeforeTheEnd()
{
    Thing thing;
    Session session(file());
    keepAll(session, thing);
    thing.setProperty("number", 7);
    QTRY_COMPARE(QSettings(file(), QSettings::IniFormat).value("a/number").toInt(), 7);
    thing.setProperty("number", 8);
    QTRY_COMPARE(QSettings(file(), QSettings::IniFormat).value("a/number").toInt(), 8);
}

void TestSession::changeBack_isWritten()
{
    {
        Thing thing;
        Session session(file());
        keepAll(session, thing);
        thing.setProperty("number", 7);
        QTRY_COMPARE(QSettings(file(), QSettings::IniFormat).value("a/number").toInt(), 7);
        QTRY_VERIFY(!session.task(u"save"_s)->isRunning());
        thing.setProperty("number", 1); // as it was at the start
    }
    QCOMPARE(QSettings(file(), QSettings::IniFormat).value("a/number").toInt(), 1);
}

void TestSession::brokenValue_concernsNoOther_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a word for a number") << QByteArray("number=seven");
    QTest::newRow("part of a number") << QByteArray("number=7x");
    QTest::newRow("a number that does not suit") << QByteArray("number=100");
    QTest::newRow("a list for a number") << QByteArray("number=1, 2");
    QTest::newRow("a word for a flag") << QByteArray("flag=banana");
    QTest::newRow("nothing for a width") << QByteArray("width=");
    QTest::newRow("a kind that is none") << QByteArray("[b]\ntide=Ebb");
    QTest::newRow("half a place") << QByteArray("[b]\nplace=@Rect(1 2");
    QTest::newRow("a place of words") << QByteArray("[b]\nplace=@Rect(here and there)");
    QTest::newRow("what no program wrote") << QByteArray("number=@Variant(\\0\\0)");
}

void TestSession::brokenValue_concernsNoOther()
{
    QFETCH(const QByteArray, line);
    writeFile("[a]\n" + line + "\n[c]\nother=4\n");
    Thing thing;
    Session session(file());
    keepAll(session, thing);
    QCOMPARE(thing.m_number, 1);
    QVERIFY(!thing.m_flag);
    QCOMPARE(thing.m_width, 0.0);
    QCOMPARE(thing.m_tide, Thing::Low);
    QVERIFY(!thing.m_place.isValid());
    session.keep(u"c/other"_s, thing, "number");
    QCOMPARE(thing.m_number, 4);
}

void TestSession::brokenFile_losesNothingElse_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("letter to an aunt") << QByteArray("Dear aunt,\nthis is no file of settings.\n");
    QTest::newRow("bytes") << QByteArray("\0\xff[[[=]\n\x01", 9).repeated(100);
    QTest::newRow("nothing") << QByteArray();
}

void TestSession::brokenFile_losesNothingElse()
{
    QFETCH(const QByteArray, content);
    writeFile(content);
    {
        Thing thing;
        Session session(file());
        keepAll(session, thing);
        QCOMPARE(thing.m_number, 1);
        thing.setProperty("number", 7);
    }
    Thing thing;
    Session session(file());
    keepAll(session, thing);
    QCOMPARE(thing.m_number, 7);
}

void TestSession::settingsOfOthers_stay()
{
    writeFile("[z]\nnewer=yes\n");
    {
        Thing thing;
        Session session(file());
        keepAll(session, thing);
        thing.setProperty("number", 7);
    }
    QCOMPARE(QSettings(file(), QSettings::IniFormat).value("z/newer").toString(), u"yes"_s);
}

void TestSession::twoSessions_writeTheirOwnChangesOnly()
{
    {
        Thing first, second;
        Session one(file()), two(file());
        keepAll(one, first);
        keepAll(two, second);
        first.setProperty("number", 7);
        second.setProperty("flag", true);
    }
    const QSettings settings(file(), QSettings::IniFormat);
    QCOMPARE(settings.value("a/number").toInt(), 7);
    QVERIFY(settings.value("a/flag").toBool());
}

void TestSession::withoutAFile_nothingIsWritten()
{
    const QDir here(m_folder->path());
    const QString before = QDir::currentPath();
    QDir::setCurrent(m_folder->path());
    {
        Thing thing;
        Session session{QString()};
        keepAll(session, thing);
        thing.setProperty("number", 7);
    }
    QDir::setCurrent(before);
    QVERIFY(here.isEmpty());
}

void TestSession::placeThatCannotBeWritten_isTold()
{
    QFile inTheWay(m_folder->filePath(u"sub"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    Thing thing;
    const auto session = std::make_unique<Session>(file());
    keepAll(*session, thing);
    QSignalSpy failed(session.get(), &Session::taskFailed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"settings cannot be written"_s));
    thing.setProperty("number", 7);
    QVERIFY(failed.wait());
    thing.setProperty("number", 1); // as before: nothing is left to be written at the end
}

void TestSession::thingThatIsGone_isLeftOut()
{
    {
        auto thing = std::make_unique<Thing>();
        Session session(file());
        keepAll(session, *thing);
        thing->setProperty("number", 7);
        thing.reset();
    }
    QVERIFY(!QFile::exists(file()));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
