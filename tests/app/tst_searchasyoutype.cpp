// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "samplefolder.h"

#include <explore/exploremodel.h>

#include <aside/testing.h>

#include <QSignalSpy>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Aside::Outcome;

/// What comes of the letters that are typed, by a clock that only the test moves.
class TestSearchAsYouType : public QObject
{
    Q_OBJECT

private:
    QStringList names() const
    {
        QStringList found;
        const EntryListModel *entries = m_explore->entries();
        for (int row = 0; row < entries->count(); ++row)
            found.append(entries->data(entries->index(row), EntryListModel::NameRole).toString());
        return found;
    }
    qsizetype searches(Outcome outcome) const { return m_spy->outcomes(u"search"_s).count(outcome); }

    std::unique_ptr<SampleFolder> m_place;
    std::unique_ptr<Aside::Testing::ManualScheduler> m_clock;
    std::unique_ptr<ExploreModel> m_explore;
    std::unique_ptr<Aside::Testing::TaskSpy> m_spy;
    QStringList m_shown; // the text of each search that was shown

private Q_SLOTS:
    void init();
    void cleanup();
    void tenLetters_makeOneQuery();
    void pauseBetweenWords_makesAQueryEach();
    void olderQuery_neverShows();
    void clearedFilter_showsAtOnce();
    void sortOrder_isChangedAtOnce();
    void otherFolder_forgetsWhatWasTyped();
};

void TestSearchAsYouType::init()
{
    m_place = std::make_unique<SampleFolder>();
    QVERIFY(m_place->addFile("root/tide tables.txt", "short"));
    QVERIFY(m_place->addFile("root/winds.txt", "somewhat longer"));
    QVERIFY(m_place->addFile("other/winds elsewhere.txt"));
    m_clock = std::make_unique<Aside::Testing::ManualScheduler>();
    m_explore = std::make_unique<ExploreModel>();
    m_explore->setCatalogue(m_place->textPath(u"c.sqlite"_s));
    m_explore->open(m_place->path("root"));
    m_clock->runAll();
    QCOMPARE(names(), QStringList({u"tide tables.txt"_s, u"winds.txt"_s}));
    m_spy = std::make_unique<Aside::Testing::TaskSpy>(*m_explore);
    m_shown.clear();
    connect(m_explore.get(), &ExploreModel::hitsChanged, this, [this] {
        if (m_explore->hits.value())
            m_shown.append(m_explore->hits.value()->query.text);
    });
}

void TestSearchAsYouType::cleanup()
{
    m_spy.reset();
    m_explore.reset();
    m_clock.reset();
}

void TestSearchAsYouType::tenLetters_makeOneQuery()
{
    const QString text = u"tide table"_s;
    for (int letters = 1; letters <= text.size(); ++letters) {
        m_explore->filter = text.left(letters);
        QCOMPARE(m_clock->ready(), 0);
        m_clock->advance(100ms);
    }
    QCOMPARE(m_shown, QStringList());
    QCOMPARE(searches(Outcome::Ok), 0);
    m_clock->advance(19ms);
    QCOMPARE(m_shown, QStringList());
    m_clock->advance(1ms);
    QCOMPARE(m_shown, QStringList{text});
    QCOMPARE(names(), QStringList{u"tide tables.txt"_s});
    QCOMPARE(searches(Outcome::Ok), 1);
    QCOMPARE(searches(Outcome::Superseded), 9);
}

void TestSearchAsYouType::pauseBetweenWords_makesAQueryEach()
{
    m_explore->filter = u"tide"_s;
    m_clock->advance(120ms);
    m_explore->filter = u"tide win"_s;
    m_clock->advance(120ms);
    QCOMPARE(m_shown, QStringList({u"tide"_s, u"tide win"_s}));
    QCOMPARE(names(), QStringList());
}

void TestSearchAsYouType::olderQuery_neverShows()
{
    m_explore->filter = u"tide"_s;
    m_clock->advance(120ms);
    m_explore->filter = QString(); // could run by now, and is late
    QCOMPARE(m_clock->ready(), 1);
    m_explore->filter = u"winds"_s;
    m_clock->advance(120ms);
    QCOMPARE(m_shown, QStringList({u"tide"_s, u"winds"_s}));
    QCOMPARE(names(), QStringList{u"winds.txt"_s});
    QCOMPARE(searches(Outcome::Superseded), 1);
}

void TestSearchAsYouType::clearedFilter_showsAtOnce()
{
    m_explore->filter = u"tide"_s;
    m_clock->advance(120ms);
    m_explore->filter = u"tide t"_s; // its query waits, and is not missed
    m_explore->filter = QString();
    m_clock->runAll();
    QCOMPARE(names().size(), 2);
    m_clock->advance(1s);
    QCOMPARE(m_shown, QStringList({u"tide"_s, QString()}));
    QCOMPARE(m_clock->elapsed(), 1120ms);
}

void TestSearchAsYouType::sortOrder_isChangedAtOnce()
{
    m_explore->sortBy(ExploreModel::BySize);
    m_clock->runAll();
    QCOMPARE(names(), QStringList({u"winds.txt"_s, u"tide tables.txt"_s}));
    m_explore->filter = u"txt"_s;
    m_explore->sortBy(ExploreModel::BySize); // takes along what was typed
    m_clock->runAll();
    QCOMPARE(m_shown, QStringList({QString(), u"txt"_s}));
    QCOMPARE(names(), QStringList({u"tide tables.txt"_s, u"winds.txt"_s}));
    QCOMPARE(m_clock->elapsed(), 0ns);
}

void TestSearchAsYouType::otherFolder_forgetsWhatWasTyped()
{
    m_explore->filter = u"tide"_s;
    m_explore->open(m_place->path("other"));
    m_clock->advance(1s);
    QCOMPARE(names(), QStringList{u"winds elsewhere.txt"_s});
    QVERIFY(!m_shown.contains(u"tide"_s));
}

QTEST_GUILESS_MAIN(TestSearchAsYouType)
#include "tst_searchasyoutype.moc"
