// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <shell/options.h>

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

class TestOptions : public QObject
{
    Q_OBJECT

private:
    static Options read(const QStringList &arguments)
    {
        const QStringList all = QStringList{u"aside-demo"_s} + arguments;
        QList<QByteArray> raw;
        for (const QString &argument : all)
            raw.append(argument.toLocal8Bit());
        return readOptions(all, raw);
    }

private Q_SLOTS:
    void nothing_asksForNothing();
    void all_areRead();
    void folder_keepsItsBytes();
    void scan_keepsItsBytes_data();
    void scan_keepsItsBytes();
    void tour_isFresh();
    void help_namesEveryOption();
    void mistake_isTold_data();
    void mistake_isTold();
    void earlyValue_isTheLastOne_data();
    void earlyValue_isTheLastOne();
    void scale_hasItsBounds_data();
    void scale_hasItsBounds();
};

void TestOptions::nothing_asksForNothing()
{
    const Options options = read({});
    QVERIFY(options.problem.isEmpty());
    QVERIFY(options.folder.isEmpty() && options.database.isEmpty() && options.tour.isEmpty());
    QVERIFY(options.size.isEmpty());
    QVERIFY(!options.dark && !options.light && !options.fresh && !options.wantsHelp && !options.wantsVersion);
}

void TestOptions::all_areRead()
{
    const Options options = read({u"--database"_s, u"d.sqlite"_s, u"--size=900x600"_s, u"--dark"_s, u"--scale"_s,
                                  u"2"_s, u"--locale"_s, u"de"_s, u"--fresh"_s, u"/some/where"_s});
    QCOMPARE(options.problem, QString());
    QCOMPARE(options.database, u"d.sqlite"_s);
    QCOMPARE(options.size, QSize(900, 600));
    QCOMPARE(read({u"--httpbin"_s, u"https://httpbin.org"_s}).site.host(), u"httpbin.org"_s);
    QVERIFY(options.dark && !options.light && options.fresh);
    QCOMPARE(options.folder, QByteArray("/some/where"));
    QVERIFY(read({u"--help"_s}).wantsHelp);
    QVERIFY(read({u"--version"_s}).wantsVersion);
}

void TestOptions::folder_keepsItsBytes()
{
    const QByteArray folder("/odd \xff\xfe");
    const QStringList arguments{u"aside-demo"_s, QString::fromLocal8Bit(folder)};
    QCOMPARE(readOptions(arguments, {"aside-demo", folder}).folder, folder);
    const Options named = read({u"--"_s, u"--headless"_s});
    QCOMPARE(named.folder, QByteArray("--headless"));
    QVERIFY(!named.headless && named.problem.isEmpty());
}

void TestOptions::scan_keepsItsBytes_data()
{
    QTest::addColumn<QList<QByteArray>>("raw");
    QTest::newRow("two words") << QList<QByteArray>{"aside-demo", "--headless", "--scan", "/odd \xff\xfe"};
    QTest::newRow("one word") << QList<QByteArray>{"aside-demo", "--scan=/odd \xff\xfe", "--headless"};
}

void TestOptions::scan_keepsItsBytes()
{
    QFETCH(const QList<QByteArray>, raw);
    QStringList arguments;
    for (const QByteArray &argument : raw)
        arguments.append(QString::fromLocal8Bit(argument));
    const Options options = readOptions(arguments, raw);
    QCOMPARE(options.problem, QString());
    QVERIFY(options.headless);
    QCOMPARE(options.folder, QByteArray("/odd \xff\xfe"));
}

void TestOptions::tour_isFresh()
{
    const Options options = read({u"--tour"_s, u"pictures"_s});
    QCOMPARE(options.tour, u"pictures"_s);
    QVERIFY(options.fresh);
}

void TestOptions::help_namesEveryOption()
{
    const QString help = read({}).help;
    for (const char *name : {"--database", "--size", "--dark", "--light", "--scale", "--locale", "--fresh", "--httpbin",
                             "--tour", "--headless", "--scan", "--help", "--version", "FOLDER"})
        QVERIFY2(help.contains(QLatin1StringView(name)), name);
}

void TestOptions::mistake_isTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown option") << QStringList{u"--colour"_s} << u"colour"_s;
    QTest::newRow("two folders") << QStringList{u"a"_s, u"b"_s} << u"2"_s;
    QTest::newRow("folder without a name") << QStringList{QString()} << u"empty"_s;
    QTest::newRow("size in words") << QStringList{u"--size"_s, u"large"_s} << u"“large”"_s;
    QTest::newRow("one side") << QStringList{u"--size"_s, u"900"_s} << u"“900”"_s;
    QTest::newRow("no height") << QStringList{u"--size"_s, u"900x0"_s} << u"“900x0”"_s;
    QTest::newRow("a size beyond all screens") << QStringList{u"--size"_s, u"900x99999"_s} << u"“900x99999”"_s;
    QTest::newRow("scale in words") << QStringList{u"--scale"_s, u"twice"_s} << u"“twice”"_s;
    QTest::newRow("scale 0") << QStringList{u"--scale=0"_s} << u"“0”"_s;
    QTest::newRow("value is missing") << QStringList{u"--scale"_s} << u"scale"_s;
    QTest::newRow("a site that is none") << QStringList{u"--httpbin"_s, u"ftp://example.org"_s} << u"“ftp://example.org”"_s;
    QTest::newRow("both schemes") << QStringList{u"--dark"_s, u"--light"_s} << u"--light"_s;
    QTest::newRow("headless, for nothing") << QStringList{u"--headless"_s} << u"--scan FOLDER"_s;
    QTest::newRow("headless, folder without the option") << QStringList{u"--headless"_s, u"a"_s} << u"--scan FOLDER"_s;
    QTest::newRow("headless as a value") << QStringList{u"--database"_s, u"--headless"_s} << u"--scan FOLDER"_s;
    QTest::newRow("scan in a window") << QStringList{u"--scan"_s, u"a"_s} << u"--headless"_s;
    QTest::newRow("scan of two folders") << QStringList{u"--headless"_s, u"--scan"_s, u"a"_s, u"b"_s} << u"2"_s;
    QTest::newRow("scan twice") << QStringList{u"--headless"_s, u"--scan=a"_s, u"--scan=b"_s} << u"2"_s;
    QTest::newRow("scan of an empty name") << QStringList{u"--headless"_s, u"--scan="_s} << u"empty"_s;
    QTest::newRow("headless tour") << QStringList{u"--headless"_s, u"--scan=a"_s, u"--tour=b"_s} << u"--tour"_s;
    QTest::newRow("tour to nowhere") << QStringList{u"--tour="_s} << u"--tour"_s;
}

void TestOptions::mistake_isTold()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const QString problem = read(arguments).problem;
    QVERIFY2(problem.contains(named), qPrintable(problem));
}

void TestOptions::earlyValue_isTheLastOne_data()
{
    QTest::addColumn<QList<QByteArray>>("raw");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("none") << QList<QByteArray>{"p", "f"} << QByteArray();
    QTest::newRow("two words") << QList<QByteArray>{"p", "--scale", "2", "f"} << QByteArray("2");
    QTest::newRow("one word") << QList<QByteArray>{"p", "--scale=2"} << QByteArray("2");
    QTest::newRow("twice") << QList<QByteArray>{"p", "--scale", "2", "--scale=3"} << QByteArray("3");
    QTest::newRow("longer name") << QList<QByteArray>{"p", "--scaled=2"} << QByteArray();
    QTest::newRow("without a value") << QList<QByteArray>{"p", "--scale"} << QByteArray();
    QTest::newRow("a folder of that name") << QList<QByteArray>{"p", "--", "--scale", "2"} << QByteArray();
}

void TestOptions::earlyValue_isTheLastOne()
{
    QFETCH(const QList<QByteArray>, raw);
    QTEST(earlyValue(raw, "--scale"), "value");
}

void TestOptions::scale_hasItsBounds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("scale");
    QTest::newRow("whole") << u"2"_s << 2.0;
    QTest::newRow("part") << u"1.25"_s << 1.25;
    QTest::newRow("smallest") << u"0.5"_s << 0.5;
    QTest::newRow("too small") << u"0.49"_s << 0.0;
    QTest::newRow("largest") << u"4"_s << 4.0;
    QTest::newRow("too large") << u"4.01"_s << 0.0;
    QTest::newRow("no number") << u"2x"_s << 0.0;
    QTest::newRow("not a number") << u"nan"_s << 0.0;
    QTest::newRow("nothing") << QString() << 0.0;
}

void TestOptions::scale_hasItsBounds()
{
    QFETCH(const QString, text);
    QTEST(scaleFrom(text), "scale");
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
