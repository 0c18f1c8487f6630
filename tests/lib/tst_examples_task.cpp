// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples in the headers about tasks, as they stand there.

#include "support.h"

#include <aside/taskobserver.h>

#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QTemporaryFile>
#include <QUrl>

using namespace Aside;

namespace {

QFuture<Assigns> get(const QUrl &url)
{
    return QtFuture::makeReadyFuture(Assigns{{u"page"_s, url.host()}});
}

QStringList readBooks(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
}

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

} // namespace

class TestExamplesTask : public QObject
{
    Q_OBJECT

private:
    Task m_search;
    QStringList m_slow;
    QString m_shown;

    void show(const QString &text) { m_shown = text; }

private Q_SLOTS:
    void cleanup()
    {
        setAsync(true);
        setFrameBudget(4ms);
        QVERIFY(Test::settle());
    }

    void viewModel()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("Emma\nPersuasion");
        file.close();
        Library library;
        library.load(file.fileName());
        EVENTUALLY(library.books.value().size() == 2);
        QCOMPARE(library.books.value(), (QStringList{u"Emma"_s, u"Persuasion"_s}));
    }

    void assignAsync()
    {
        ViewModel vm;
        const QString text = u"time and tide"_s;
        const QUrl url(u"https://example.org"_s);

        vm.assignAsync(u"count"_s, [text] { return Assigns{{u"words"_s, text.split(u' ').size()}}; });
        vm.assignAsync(u"fetch"_s, [url] { return get(url); }, {.timeout = 10s}); // a QFuture<Assigns>

        EVENTUALLY(vm.contains(u"words"_s) && vm.contains(u"page"_s));
        QCOMPARE(vm.value<int>(u"words"_s), 3);
        QCOMPARE(vm.value<QString>(u"page"_s), u"example.org"_s);
    }

    void failure()
    {
        const Test::Log log;
        setAsync(false);
        ViewModel vm;

        connect(&vm, &ViewModel::taskFailed, this, [this](const QString &name, const Failure &failure) {
            if (failure.kind() == Failure::Kind::Timeout)
                m_slow += name;
            else
                show(failure.message());
        });

        vm.assignAsync(u"scan"_s, [](TaskContext &context) {
            while (context.sleep(1s)) { }
            return Assigns();
        }, {.timeout = 1min});
        vm.assignAsync(u"save"_s, []() -> Assigns { throw Error(u"the disk is full"_s); });
        QCOMPARE(m_slow, QStringList{u"scan"_s});
        QCOMPARE(m_shown, u"the disk is full"_s);
    }

    void task()
    {
        ViewModel vm;
        const auto work = [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        };

        m_search = vm.assignAsync(u"search"_s, work);
        // later, when the page closes:
        m_search.cancel();

        QCOMPARE(m_search.outcome(), Outcome::Canceled);
    }

    void taskContext()
    {
        ViewModel vm;
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("1234");
        file.close();
        const QStringList files{file.fileName(), file.fileName()};

        vm.assignAsync(u"sum"_s, [files](TaskContext &context) {
            qint64 bytes = 0;
            for (qsizetype i = 0; i < files.size() && !context.isCanceled(); ++i) {
                bytes += QFileInfo(files[i]).size();
                context.setProgress(double(i) / double(files.size()));
            }
            return Assigns{{u"bytes"_s, bytes}};
        });

        EVENTUALLY(vm.contains(u"bytes"_s));
        QCOMPARE(vm.value<qint64>(u"bytes"_s), 8);
    }

    void taskObserver()
    {
        // What the QML of the example does, through the meta-object as QML does it.
        ViewModel vm;
        TaskObserver *observer = nullptr;
        QVERIFY(QMetaObject::invokeMethod(&vm, "task", Q_RETURN_ARG(Aside::TaskObserver *, observer), Q_ARG(QString, u"scan"_s)));
        QVERIFY(observer);
        vm.assignAsync(u"scan"_s, [](TaskContext &context) {
            context.sleep(1h);
            return Assigns();
        });
        QCOMPARE(observer->property("running").toBool(), true);
        QVERIFY(QMetaObject::invokeMethod(observer, "cancel"));
        QCOMPARE(observer->property("running").toBool(), false);
        QCOMPARE(observer->property("canceled").toBool(), true);
    }

    void settings()
    {
        Aside::setAsync(false); // a test without threads
        Aside::setFrameBudget(2ms); // a display of 240 frames a second

        ViewModel vm;
        vm.assignAsync(u"t"_s, [] { return Assigns{{u"a"_s, 1}}; });
        QCOMPARE(vm.value<int>(u"a"_s), 1);
        QCOMPARE(frameBudget(), 2ms);
    }
};

QTEST_GUILESS_MAIN(TestExamplesTask)
#include "tst_examples_task.moc"
