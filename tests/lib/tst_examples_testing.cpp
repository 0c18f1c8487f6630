// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples in the headers about options and testing, as they stand there.

#include <aside/streammodel.h>
#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using namespace Aside;
using namespace Aside::Testing;

namespace {

bool isTemporary(const Failure &failure)
{
    return failure.kind() == Failure::Kind::Exception;
}

class Library : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(QStringList, books)
public:
    void load(const QString &path)
    {
        assignAsync(u"load"_s, [path] { return Assigns{{u"books"_s, path.split(u'/')}}; });
    }
};

class Search : public ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(QString, found)
    ASIDE_ASSIGN(int, queries)
public:
    void setText(const QString &text)
    {
        assignAsync(u"query"_s, [text] {
            return Assigns{{u"found"_s, text}, {u"queries"_s, update([](int n) { return n + 1; })}};
        }, {.debounce = 150ms});
    }
};

struct Book
{
    int number = 0;
};

class Shelf : public ViewModel
{
    Q_OBJECT
public:
    void list(int count)
    {
        streamAsync(u"list"_s, books, [count](RowStream<Book> &rows) {
            for (int number = 0; number < count; ++number)
                rows.append(Book{number});
        });
    }

    StreamModelOf<Book> books{RowRoles<Book>{{"number", &Book::number}}};
};

} // namespace

class TestExamplesTesting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void taskOptions()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const auto work = [] { return Assigns{{u"worked"_s, true}}; };

        vm.assignAsync(u"search"_s, work, {.debounce = 150ms});
        vm.assignAsync(u"save"_s, work, {.policy = Policy::Queue, .onDestroyed = OnDestroyed::Detach});
        vm.assignAsync(u"add"_s, work, {.debounce = {1s, Edge::Leading}});
        vm.assignAsync(u"fetch"_s, work, {.lane = Lane::Io, .timeout = 10s, .retry = {.times = 3, .when = isTemporary}});

        QCOMPARE(scheduler.runAll(), 3); // all but the first
        QVERIFY(vm.value<bool>(u"worked"_s));
        QCOMPARE(scheduler.untilNext(), 150ms);
    }

    void duration()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        const auto work = [] { return Assigns{{u"works"_s, 1}}; };

        vm.assignAsync(u"fetch"_s, work, {.timeout = 1min, .throttle = 0.25s, .retry = {.times = 3, .delay = 500us}});

        scheduler.runAll();
        vm.assignAsync(u"fetch"_s, work, {.throttle = 0.25s});
        QCOMPARE(scheduler.untilNext(), 250ms);
    }

    void idle()
    {
        Library library;
        const QString path = u"Emma/Persuasion"_s;
        const QStringList expected{u"Emma"_s, u"Persuasion"_s};

        library.load(path); // a method that calls assignAsync
        QVERIFY(waitForIdle(library));
        QCOMPARE(library.books.value(), expected);
    }

    void synchronousScope()
    {
        Library library;
        const QString path = u"Emma/Persuasion"_s;
        const QStringList expected{u"Emma"_s, u"Persuasion"_s};

        const SynchronousScope synchronous;
        library.load(path); // a method that calls assignAsync
        QCOMPARE(library.books.value(), expected);
    }

    void manualScheduler()
    {
        Search search;

        ManualScheduler scheduler;
        search.setText(u"ti"_s); // a method that calls assignAsync with {.debounce = 150ms}
        search.setText(u"tide"_s);
        scheduler.advance(150ms);
        QCOMPARE(search.queries.value(), 1);

        QCOMPARE(search.found.value(), u"tide"_s);
    }

    void taskSpy()
    {
        Search search;

        TaskSpy spy(search);
        search.setText(u"ti"_s);
        search.setText(u"tide"_s);
        QVERIFY(waitForIdle(search));
        QCOMPARE(spy.log(), QStringList({u"query Superseded"_s, u"query Ok"_s}));
    }

    void loopSpy_counts()
    {
        Shelf shelf;

        setFrameBudget(0ns);
        LoopSpy loop;
        QObject::connect(&shelf.books, &StreamModel::rowsInserted, &loop,
                         [&](const QModelIndex &, int first, int last) { loop.add(last - first + 1); });
        shelf.list(5000); // a method that calls streamAsync
        QVERIFY(waitForIdle(shelf));
        QCOMPARE(loop.added().total, 5000);
        QVERIFY(loop.added().most <= 512);

        setFrameBudget(4ms);
    }

    void loopSpy_waits()
    {
        ViewModel vm;
        bool stayedLive = false;
        LoopSpy loop;

        vm.startAsync(u"import"_s, [&loop] { return loop.waitForTurns(3); }, // while it runs
                      [&](const TaskResult<bool> &result) { stayedLive = result.value(); });
        QVERIFY(waitForIdle(vm));
        QVERIFY(stayedLive);
    }
};

QTEST_GUILESS_MAIN(TestExamplesTesting)
#include "tst_examples_testing.moc"
