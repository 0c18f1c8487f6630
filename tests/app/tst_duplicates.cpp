// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "duplicatesample.h"

#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// What is a duplicate, and what it costs.
class TestDuplicates : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<DuplicateSample> m_place;

private Q_SLOTS:
    void init() { m_place = std::make_unique<DuplicateSample>(); }
    void equalFiles_areOneGroup_data();
    void equalFiles_areOneGroup();
    void filesOfOneSizeThatDiffer_areNoDuplicates_data();
    void filesOfOneSizeThatDiffer_areNoDuplicates();
    void filesOfTwoSizesThatEndInZeros_areTwoGroups();
    void filesThatDifferEarly_areNotReadWhole();
    void sizeOfItsOwn_isNotReadAtAll();
    void hardLinks_takeNoSpace_data();
    void hardLinks_takeNoSpace();
    void linksAndEmptyFiles_areLeftOut();
    void oddNames_comeBackByteForByte();
    void hugeSparseFiles_takeNoTimeAndNoSpace();
    void holesAndZeros_areEqual();
    void manyThreads_findTheSame();
    void largeFiles_comeFirst();
    void otherFolder_isLeftOut();
};

void TestDuplicates::equalFiles_areOneGroup_data()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size : {qint64(1), DigestUnit - 1, DigestUnit, DigestUnit + 1, 8 * DigestUnit, 20 * DigestUnit + 7})
        QTest::addRow("%lld bytes", size) << size;
}

void TestDuplicates::equalFiles_areOneGroup()
{
    QFETCH(qint64, size);
    const QByteArray content(size, 'x');
    for (const char *name : {"root/b", "root/a", "root/sub/c"})
        QVERIFY(m_place->addFile(name, content));
    QVERIFY(m_place->addFile("root/other", QByteArray(size, 'y')));
    QVERIFY(m_place->addFile("root/longer", content + 'x'));
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.groups.size(), 1);
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b", "sub/c"}));
    QCOMPARE(found.groups[0].size, size);
    QCOMPARE(found.groups[0].copies, 3);
    QCOMPARE(found.groups[0].wasted, 2 * size);
    QVERIFY(found.groups[0].files[2].id > 0);
    QVERIFY(found.skipped.isEmpty());
    QVERIFY(found.isComplete());
}

void TestDuplicates::filesOfOneSizeThatDiffer_areNoDuplicates_data()
{
    QTest::addColumn<qint64>("place");
    for (const qint64 place : {qint64(0), DigestUnit - 1, DigestUnit, 9 * DigestUnit, 9 * DigestUnit + 1})
        QTest::addRow("byte %lld", place) << place;
}

void TestDuplicates::filesOfOneSizeThatDiffer_areNoDuplicates()
{
    QFETCH(qint64, place);
    QByteArray content(9 * DigestUnit + 2, '\0');
    QVERIFY(m_place->addFile("root/a", content));
    content[place] = 1;
    QVERIFY(m_place->addFile("root/b", content));
    content[place] = 0;
    content[place > DigestUnit ? place - DigestUnit : place + DigestUnit] = 1; // the same unit, elsewhere
    QVERIFY(m_place->addFile("root/c", content));
    QVERIFY(m_place->scanIt());
    QCOMPARE(m_place->find().groups.size(), 0);
}

void TestDuplicates::filesOfTwoSizesThatEndInZeros_areTwoGroups()
{
    // Their digests are equal: zeros do not count, wherever they are.
    for (const char *name : {"root/a", "root/b", "root/c", "root/d"})
        QVERIFY(m_place->addFile(name, 'x' + QByteArray((name[5] < 'c' ? 2 : 3) * DigestUnit, '\0')));
    QVERIFY(m_place->scanIt());
    DuplicateSample::Found found = m_place->find();
    found.sortByWaste();
    QCOMPARE(found.groups.size(), 2);
    QCOMPARE(found.names(0), QList<QByteArray>({"c", "d"}));
    QCOMPARE(found.names(1), QList<QByteArray>({"a", "b"}));
}

void TestDuplicates::filesThatDifferEarly_areNotReadWhole()
{
    QVERIFY(m_place->addFile("root/a", 'a' + QByteArray(20 * DigestUnit, 'x')));
    QVERIFY(m_place->addFile("root/b", 'b' + QByteArray(20 * DigestUnit, 'x')));
    QVERIFY(m_place->scanIt());
    QCOMPARE(m_place->find().bytesHashed(), 2 * DigestUnit);
}

void TestDuplicates::sizeOfItsOwn_isNotReadAtAll()
{
    QVERIFY(m_place->addFile("root/a", "12345"));
    QVERIFY(m_place->addFile("root/b", "1234"));
    QVERIFY(m_place->scanIt());
    QVERIFY(m_place->remove("root/a"));
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.bytesHashed(), 0);
    QVERIFY(found.skipped.isEmpty());
}

void TestDuplicates::hardLinks_takeNoSpace_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("read at the first look") << qint64(7);
    QTest::newRow("read whole") << 3 * DigestUnit;
}

void TestDuplicates::hardLinks_takeNoSpace()
{
    QFETCH(const qint64, size);
    const QByteArray content(size, 'x');
    QVERIFY(m_place->addFile("root/a", content));
    QCOMPARE(::link(m_place->path("root/a").constData(), m_place->path("root/z").constData()), 0);
    QVERIFY(m_place->scanIt());
    QCOMPARE(m_place->find().groups.size(), 0);

    QVERIFY(m_place->addFile("root/c", content));
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "c", "z"}));
    QCOMPARE(found.groups[0].copies, 2);
    QCOMPARE(found.groups[0].wasted, size);
    QVERIFY(!found.groups[0].files[0].isOtherName);
    QVERIFY(!found.groups[0].files[1].isOtherName);
    QVERIFY(found.groups[0].files[2].isOtherName);
    QVERIFY(found.isComplete());
}

void TestDuplicates::linksAndEmptyFiles_areLeftOut()
{
    for (const char *name : {"root/empty1", "root/empty2"})
        QVERIFY(m_place->addFile(name, {}));
    QVERIFY(m_place->addFile("root/a"));
    QVERIFY(m_place->addLink("root/b", "a"));
    QVERIFY(m_place->addLink("root/c", "a"));
    for (const char *name : {"root/small1", "root/small2"}) // as small as the links
        QVERIFY(m_place->addFile(name, "s"));
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found small = m_place->find();
    QCOMPARE(small.groups.size(), 1);
    QCOMPARE(small.names(0), QList<QByteArray>({"small1", "small2"}));
    QVERIFY(small.skipped.isEmpty());

    QVERIFY(m_place->addFile("root/file")); // becomes a link after the scan, to one of its size
    QVERIFY(m_place->scanIt());
    QVERIFY(m_place->remove("root/file"));
    QVERIFY(m_place->addLink("root/file", "a"));
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.groups.size(), 1);
    QCOMPARE(found.skipped.keys(), QList<QByteArray>{"file"});
}

void TestDuplicates::oddNames_comeBackByteForByte()
{
    const QList<QByteArray> names{"<b>bold<b>", "line\nbreak", "\xff\xfe raw"};
    for (const QByteArray &name : names)
        QVERIFY(m_place->addFile("root/\xfd/" + name));
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.names(0), QList<QByteArray>({"\xfd/" + names[0], "\xfd/" + names[1], "\xfd/" + names[2]}));
}

void TestDuplicates::hugeSparseFiles_takeNoTimeAndNoSpace()
{
    constexpr qint64 Huge = qint64(1) << 40; // reading one would take the better part of an hour
    for (const char *name : {"root/a", "root/b", "root/c"}) {
        QVERIFY(m_place->addFile(name, name == QByteArray("root/c") ? "other" : "start"));
        std::filesystem::resize_file(m_place->path(name).toStdString(), Huge);
        QFile tail(QFile::decodeName(m_place->path(name)));
        QVERIFY(tail.open(QIODevice::ReadWrite) && tail.seek(Huge / 2 + 5) && tail.write("middle") == 6);
    }
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b"}));
    QCOMPARE(found.groups[0].size, Huge);
    QVERIFY(found.groups[0].wasted > 0);
    QVERIFY(found.groups[0].wasted < 1'000'000'000);
}

void TestDuplicates::holesAndZeros_areEqual()
{
    QVERIFY(m_place->addFile("root/a", 'x' + QByteArray(100 * DigestUnit, '\0')));
    QVERIFY(m_place->addFile("root/b", "x"));
    std::filesystem::resize_file(m_place->path("root/b").toStdString(), 100 * DigestUnit + 1);
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "b"}));
    QVERIFY(found.groups[0].wasted < 10 * DigestUnit); // the one without holes is the one to keep
}

void TestDuplicates::manyThreads_findTheSame()
{
    for (int i = 0; i < 3000; ++i) // some of each step, and more than one round of them
        QVERIFY(m_place->addFile("root/" + QByteArray::number(i), QByteArray(i % 300 == 0 ? 3 * DigestUnit : 1 + i % 1000, char('a' + i % 2))));
    QVERIFY(m_place->scanIt());
    DuplicateSample::Found one = m_place->find(1);
    DuplicateSample::Found many = m_place->find(4);
    one.sortByWaste();
    many.sortByWaste();
    QVERIFY(one.groups.size() > 100);
    QCOMPARE(many.groups.size(), one.groups.size());
    QCOMPARE(many.progress.constLast(), one.progress.constLast());
    QCOMPARE(many.progress.constLast().groups, one.groups.size());
    QCOMPARE(many.groups[0].wasted, one.groups[0].wasted);
}

void TestDuplicates::largeFiles_comeFirst()
{
    for (int i = 0; i < 2400; ++i) // more than one step of them
        QVERIFY(m_place->addFile("root/" + QByteArray::number(i), QByteArray(1 + i % 800, 'x')));
    QVERIFY(m_place->scanIt());
    const DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.groups.size(), 800);
    for (qsizetype i = 0; i < found.groups.size(); ++i) {
        QCOMPARE(found.groups[i].size, 800 - i);
        QCOMPARE(found.groups[i].copies, 3); // none is torn apart between two steps
    }
}

void TestDuplicates::otherFolder_isLeftOut()
{
    QVERIFY(m_place->addFile("root/a"));
    QVERIFY(m_place->addFile("elsewhere/b"));
    QVERIFY(m_place->scanIt());
    QVERIFY(scan(m_place->catalogue(), m_place->path("elsewhere"), [](const ScanProgress &) { }, never));
    DuplicateSample::Found found = m_place->find();
    QCOMPARE(found.groups.size(), 0);
    QCOMPARE(found.bytesHashed(), 0);

    QVERIFY(m_place->addFile("root/c"));
    QVERIFY(m_place->scanIt());
    found = m_place->find();
    QCOMPARE(found.names(0), QList<QByteArray>({"a", "c"}));
    QVERIFY(found.skipped.isEmpty());
}

QTEST_GUILESS_MAIN(TestDuplicates)
#include "tst_duplicates.moc"
