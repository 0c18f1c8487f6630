// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples in coroutines.h, as they stand there.

#include "support.h"

#include <aside/coroutines.h>
#include <aside/testing.h>

#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Aside;
using namespace Aside::Testing;

namespace {

QByteArray ask()
{
    return "answer";
}

} // namespace

class TestExamplesCoroutines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void background()
    {
        ManualScheduler scheduler;
        ViewModel vm;
        vm.assign(u"ticks"_s, 0);

        vm.background(u"clock"_s, [](CoroutineContext &context) -> QCoro::Task<> {
            for (;;) {
                co_await context.sleep(1s);
                co_await context.modify([](LiveState &state) { state.update(u"ticks"_s, [](int n) { return n + 1; }); });
            }
        });

        scheduler.advance(999ms);
        QCOMPARE(vm.value<int>(u"ticks"_s), 0);
        scheduler.advance(2001ms);
        QCOMPARE(vm.value<int>(u"ticks"_s), 3);
    }

    void assignAsync()
    {
        const SynchronousScope synchronous; // the second costs no time
        ViewModel vm;
        vm.assign(u"calls"_s, 4);

        vm.assignAsync(u"fetch"_s, [](CoroutineContext &context) -> QCoro::Task<Assigns> {
            const QByteArray answer = co_await QtConcurrent::run(ask);
            context.throwIfCanceled();
            context.setProgress(0.5, u"asked"_s);
            const int calls = co_await context.modify([](LiveState &state) {
                state.update(u"calls"_s, [](int n) { return n + 1; });
                return state.value<int>(u"calls"_s);
            });
            co_await context.sleep(1s);
            co_return Assigns{{u"answer"_s, answer}, {u"call"_s, calls}};
        });

        QCOMPARE(vm.value<QByteArray>(u"answer"_s), QByteArray("answer"));
        QCOMPARE(vm.value<int>(u"calls"_s), 5);
        QCOMPARE(vm.value<int>(u"call"_s), 5);
    }
};

QTEST_GUILESS_MAIN(TestExamplesCoroutines)
#include "tst_examples_coroutines.moc"
