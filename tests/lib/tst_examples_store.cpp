// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples of the store's headers, as they stand there.

#include <aside/viewmodel.h>

#include <QSignalSpy>
#include <QTest>
#include <QtConcurrentRun>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

QString s_written;

void writeFile(const QString &text)
{
    s_written = text;
}

QStringList readBooks(const QString &path)
{
    return {path + u"/one"_s, path + u"/two"_s};
}

int countShelves()
{
    return 3;
}

} // namespace

// assign.h
class Counter : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(int, count, 0)
    ASIDE_ASSIGN(QString, label)
    ASIDE_COMPUTED(int, twice, count * 2, count)
};

// viewmodel.h
class Library : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(QStringList, books)
public:
    void load(const QString &path)
    {
        assignAsync(u"load"_s, [path] { return Assigns{{u"books"_s, readBooks(path)}}; });
    }
};

class TestExamplesStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assign()
    {
        Counter counter;
        QCOMPARE(counter.count.value(), 0);
        QVERIFY(counter.label->isEmpty());

        counter.count = 5;
        counter.count.update([](int n) { return n + 1; });

        QCOMPARE(counter.twice.value(), 12);
        QCOMPARE(counter.property("twice"), QVariant(12));
    }

    void viewModel()
    {
        Library library;
        QSignalSpy changed(&library, &Library::booksChanged);
        library.load(u"shelf"_s);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(library.books.value(), (QStringList{u"shelf/one"_s, u"shelf/two"_s}));

        library.assign(u"title"_s, u"Tides"_s);
        library.assign({{u"first"_s, 1}, {u"second"_s, 2}}); // one commit
        library.assignNew(u"shelves"_s, countShelves);
        library.update(u"first"_s, [](int n) { return n + 1; });
        const int first = library.value<int>(u"first"_s);

        QCOMPARE(first, 2);
        QCOMPARE(library.value<QString>(u"title"_s), u"Tides"_s);
        QCOMPARE(library.value<int>(u"shelves"_s), 3);
    }

    void assigns()
    {
        ViewModel viewModel;
        const auto page = [](const QStringList &rows) {
            return Assigns{{u"rows"_s, rows}, {u"total"_s, update([](int n) { return n + 100; })}};
        };
        viewModel.assign(u"total"_s, 0);
        viewModel.assign(page({u"first"_s}));
        QCOMPARE(viewModel.value<int>(u"total"_s), 100);
        QCOMPARE(viewModel.value<QStringList>(u"rows"_s), QStringList{u"first"_s});

        const auto functor = [] {
            return Assigns{{u"done"_s, update([](int n) { return n + 1; })}};
        };
        viewModel.assign(u"done"_s, 1);
        viewModel.assign(functor());
        QCOMPARE(viewModel.value<int>(u"done"_s), 2);
    }

    void error()
    {
        QTest::ignoreMessage(QtWarningMsg, "cannot assign ‘parent’: it would hide a member of QObject or ViewModel");
        ViewModel vm;

        try {
            vm.assign(u"parent"_s, 1); // would hide QObject::parent()
        } catch (const AssignError &error) {
            qWarning().noquote() << error.message();
        }

        QVERIFY(!vm.contains(u"parent"_s));
    }

    void snapshot()
    {
        ViewModel viewModel;
        viewModel.assign(u"text"_s, u"before"_s);

        const Snapshot before = viewModel.snapshot();
        QFuture<void> written = QtConcurrent::run([before] { writeFile(before.value<QString>(u"text"_s)); });

        viewModel.assign(u"text"_s, u"after"_s);
        written.waitForFinished();
        QCOMPARE(s_written, u"before"_s);
    }
};

QTEST_GUILESS_MAIN(TestExamplesStore)
#include "tst_examples_store.moc"
