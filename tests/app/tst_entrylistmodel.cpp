// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <explore/entrylistmodel.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

EntryRow rowFor(qint64 id)
{
    return {id, u"name%1"_s.arg(id), u"folder"_s, id, id, EntryKind::File};
}

QList<EntryRow> pageOf(const QList<qint64> &ids, int page)
{
    QList<EntryRow> rows;
    for (const qint64 id : ids.mid(qsizetype(page) * RowsPerPage, RowsPerPage))
        rows.append(rowFor(id));
    return rows;
}

Hits hitsOf(qint64 first, int count, const QList<int> &pages = {0})
{
    auto list = std::make_shared<HitList>();
    for (int i = 0; i < count; ++i)
        list->hits.ids.append(first + i);
    for (const int page : pages)
        list->pages.insert(page, pageOf(list->hits.ids, page));
    return list;
}

} // namespace

class TestEntryListModel : public QObject
{
    Q_OBJECT

private:
    QVariant at(int row, int role) const { return m_model->data(m_model->index(row), role); }

    std::unique_ptr<EntryListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private Q_SLOTS:
    void init();
    void rows_showWhatWasFound();
    void rows_thatWereNotLookedAtAreNotLoaded();
    void missedRows_askOnceATurnForTheirPages();
    void wishes_forgetWhatWasScrolledAway();
    void pagesOfOtherHits_areIgnored();
    void hits_areExchangedWithoutAReset_data();
    void hits_areExchangedWithoutAReset();
    void oldRows_areGoneWithTheirHits();
    void names_areOneLineAndNotMarkup();
    void row_thatLeftTheCatalogueIsNotLoaded();
    void manyPages_doNotPileUp();
    void idsAndRows_leadToEachOther();
};

void TestEntryListModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<EntryListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestEntryListModel::rows_showWhatWasFound()
{
    auto list = std::make_shared<HitList>();
    list->hits.ids = {7, 8, 9};
    list->pages.insert(0,
                       {{7, u"a"_s, u"f"_s, 1500, 0, EntryKind::File},
                        {8, u"b"_s, u""_s, -1, -1, EntryKind::Link},
                        {9, u"c"_s, u""_s, 0, 0, EntryKind::Other}});
    m_model->setHits(list);
    QCOMPARE(m_model->count(), 3);
    QCOMPARE(at(0, EntryListModel::NameRole).toString(), u"a"_s);
    QCOMPARE(at(0, EntryListModel::FolderRole).toString(), u"f"_s);
    QVERIFY(at(0, EntryListModel::SizeRole).toString().contains(u"1.5"_s));
    QVERIFY(at(0, EntryListModel::ModifiedRole).toString().startsWith(u"19"_s));
    QCOMPARE(at(0, EntryListModel::IconRole).toString(), u"file"_s);
    QCOMPARE(at(1, EntryListModel::SizeRole).toString(), u"\u2013"_s);
    QCOMPARE(at(1, EntryListModel::IconRole).toString(), u"link"_s);
    QCOMPARE(at(2, EntryListModel::IconRole).toString(), u"device"_s);
    QVERIFY(at(0, EntryListModel::IsLoadedRole).toBool());
}

void TestEntryListModel::rows_thatWereNotLookedAtAreNotLoaded()
{
    QSignalSpy wanted(m_model.get(), &EntryListModel::pagesWanted);
    m_model->setHits(hitsOf(1, 20'000));
    m_model->takeWantedPages(); // the tester looks at rows, too
    wanted.clear();
    QCOMPARE(at(5, EntryListModel::NameRole).toString(), u"name6"_s);
    QVERIFY(m_model->takeWantedPages().isEmpty());
    QVERIFY(!at(10'000, EntryListModel::IsLoadedRole).toBool());
    QCOMPARE(at(10'000, EntryListModel::NameRole).toString(), QString());
    QCOMPARE(m_model->takeWantedPages(), QList<int>{10'000 / RowsPerPage});
}

void TestEntryListModel::missedRows_askOnceATurnForTheirPages()
{
    m_model->setHits(hitsOf(1, 20'000));
    QCoreApplication::processEvents();
    m_model->takeWantedPages();
    QSignalSpy wanted(m_model.get(), &EntryListModel::pagesWanted);
    for (int row = 1000; row < 1000 + 2 * RowsPerPage; ++row)
        at(row, EntryListModel::NameRole);
    QCOMPARE(wanted.size(), 0);
    QTRY_COMPARE(wanted.size(), 1);
    const Hits hits = m_model->hits();
    LoadedPages loaded{hits, {}};
    const QList<int> pages = m_model->takeWantedPages();
    QCOMPARE(pages.size(), 3);
    for (const int page : pages)
        loaded.pages.insert(page, pageOf(hits->hits.ids, page));

    QSignalSpy changed(m_model.get(), &EntryListModel::dataChanged);
    m_model->addPages(loaded);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(at(1000, EntryListModel::NameRole).toString(), u"name1001"_s);
}

void TestEntryListModel::wishes_forgetWhatWasScrolledAway()
{
    m_model->setHits(hitsOf(1, 20'000));
    m_model->takeWantedPages();
    for (int page = 10; page < 150; ++page)
        at(page * RowsPerPage, EntryListModel::NameRole);
    const QList<int> wanted = m_model->takeWantedPages();
    QVERIFY(wanted.size() < 20);
    QCOMPARE(wanted.first(), 149);
}

void TestEntryListModel::pagesOfOtherHits_areIgnored()
{
    const Hits old = hitsOf(1, 1000);
    m_model->setHits(old);
    m_model->setHits(hitsOf(5000, 1000));
    m_model->addPages({old, {{3, pageOf(old->hits.ids, 3)}}});
    QVERIFY(!at(3 * RowsPerPage, EntryListModel::IsLoadedRole).toBool());
}

void TestEntryListModel::hits_areExchangedWithoutAReset_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("first") << 0 << 500;
    QTest::newRow("more") << 500 << 700;
    QTest::newRow("fewer") << 500 << 20;
    QTest::newRow("as many") << 500 << 500;
    QTest::newRow("none") << 500 << 0;
    QTest::newRow("still none") << 0 << 0;
}

void TestEntryListModel::hits_areExchangedWithoutAReset()
{
    QFETCH(const int, before);
    QFETCH(const int, after);
    m_model->setHits(hitsOf(1, before));
    QSignalSpy reset(m_model.get(), &EntryListModel::modelReset);
    QSignalSpy counted(m_model.get(), &EntryListModel::countChanged);
    m_model->setHits(hitsOf(9000, after));
    QCOMPARE(m_model->count(), after);
    QCOMPARE(m_model->rowCount(), after);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(counted.size(), before == after ? 0 : 1);
    if (after > 0)
        QCOMPARE(at(0, EntryListModel::NameRole).toString(), u"name9000"_s);
}

void TestEntryListModel::oldRows_areGoneWithTheirHits()
{
    m_model->setHits(hitsOf(1, 500, {0, 1, 2}));
    m_model->setHits(hitsOf(9000, 500, {0}));
    QVERIFY(!at(2 * RowsPerPage, EntryListModel::IsLoadedRole).toBool());
    m_model->setHits(nullptr);
    QCOMPARE(m_model->count(), 0);
    QCOMPARE(m_model->idAt(0), 0);
}

void TestEntryListModel::names_areOneLineAndNotMarkup()
{
    auto list = std::make_shared<HitList>();
    list->hits.ids = {1};
    list->pages.insert(0, {{1, u"<b>x</b>\ny"_s, u"a\nb"_s, 1, 1, EntryKind::File}});
    m_model->setHits(list);
    QCOMPARE(at(0, EntryListModel::NameRole).toString(), u"<b>x</b>\u21B5y"_s);
    QCOMPARE(at(0, EntryListModel::FolderRole).toString(), u"a\u21B5b"_s);
}

void TestEntryListModel::row_thatLeftTheCatalogueIsNotLoaded()
{
    auto list = std::make_shared<HitList>();
    list->hits.ids = {1, 2};
    list->pages.insert(0, {rowFor(1), EntryRow()});
    m_model->setHits(list);
    QVERIFY(at(0, EntryListModel::IsLoadedRole).toBool());
    QVERIFY(!at(1, EntryListModel::IsLoadedRole).toBool());
    QVERIFY(m_model->takeWantedPages().isEmpty());
}

void TestEntryListModel::manyPages_doNotPileUp()
{
    const Hits hits = hitsOf(1, 20'000);
    m_model->setHits(hits);
    int loaded = 0;
    for (int page = 0; page < 150; ++page)
        m_model->addPages({hits, {{page, pageOf(hits->hits.ids, page)}}});
    for (int page = 0; page < 150; ++page)
        loaded += at(page * RowsPerPage, EntryListModel::IsLoadedRole).toBool();
    QVERIFY(loaded < 100);
    QVERIFY(at(149 * RowsPerPage, EntryListModel::IsLoadedRole).toBool());
}

void TestEntryListModel::idsAndRows_leadToEachOther()
{
    m_model->setHits(hitsOf(100, 50));
    QCOMPARE(m_model->idAt(7), 107);
    QCOMPARE(m_model->rowOf(107), 7);
    QCOMPARE(m_model->idAt(-1), 0);
    QCOMPARE(m_model->idAt(50), 0);
    QCOMPARE(m_model->rowOf(0), -1);
    QCOMPARE(m_model->rowOf(99), -1);
}

QTEST_GUILESS_MAIN(TestEntryListModel)
#include "tst_entrylistmodel.moc"
