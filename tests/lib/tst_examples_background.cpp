// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples in the headers about blocks, results and gathers, as they stand there.

#include "support.h"

#include <thread>

using namespace Aside;

namespace {

struct Session
{
    QString user;
};

Session logIn()
{
    return {u"ada"_s};
}

QByteArray fetch()
{
    return "answer";
}

QStringList readNames()
{
    return {u"a"_s, u"b"_s};
}

QList<int> readSizes()
{
    return {1, 2};
}

int sumLeft()
{
    return 20;
}

int sumRight()
{
    return 22;
}

} // namespace

class TestExamplesBackground : public QObject
{
    Q_OBJECT

private:
    QString m_opened;
    QString m_shown;
    bool m_loggedIn = false;
    QStringList m_names;
    QList<int> m_sizes;

    void open(const Session &session) { m_opened = session.user; }
    void show(const QString &text) { m_shown = text; }

private Q_SLOTS:
    void cleanup() { QVERIFY(Test::settle()); }

    void taskContextAndLiveState()
    {
        ViewModel vm;
        vm.assign({{u"count"_s, 1}, {u"maximum"_s, 10}});
        std::atomic<int> seen = 0;
        const auto functor = [&seen](TaskContext &context) {
            const int left = context.modify([](LiveState &state) {
                state.update(u"count"_s, [](int n) { return n + 1; });
                return state.value<int>(u"maximum"_s) - state.value<int>(u"count"_s);
            });
            seen = left;
        };
        vm.background(u"t"_s, functor);
        EVENTUALLY(seen == 8);
        QCOMPARE(vm.value<int>(u"count"_s), 2);
    }

    void stateToken()
    {
        ViewModel vm;

        std::thread([token = vm.token()] {
            const QByteArray answer = fetch();
            modifyState(token, [&](LiveState &state) { state.assign(u"answer"_s, answer); });
        }).detach();

        EVENTUALLY(vm.value(u"answer"_s) == QByteArray("answer"));
    }

    void taskResult()
    {
        ViewModel vm;

        vm.startAsync(u"login"_s, logIn, [this](const TaskResult<Session> &result) {
            if (result.isOk())
                open(result.value());
            else if (result.outcome() == Outcome::Failed)
                show(result.failure().message());
        });

        EVENTUALLY(m_opened == u"ada"_s);
        QVERIFY(m_shown.isEmpty());
    }

    void startAsync()
    {
        ViewModel vm;

        vm.startAsync(u"login"_s, logIn, [this](const TaskResult<Session> &result) { m_loggedIn = result.isOk(); });

        EVENTUALLY(m_loggedIn);
    }

    void gathers()
    {
        ViewModel vm;

        vm.startAsync(u"both"_s, gather(readNames, readSizes), [this](const auto &result) {
            if (result.isOk())
                std::tie(m_names, m_sizes) = result.value();
        });
        vm.assignAsync(u"sum"_s, [](TaskContext &context) {
            const auto [left, right] = gather(sumLeft, sumRight)(context);
            return Assigns{{u"sum"_s, left + right}};
        });

        EVENTUALLY(vm.value<int>(u"sum"_s) == 42 && m_names == readNames() && m_sizes == readSizes());
    }

    void background()
    {
        ViewModel vm;
        vm.assign(u"count"_s, 0);

        vm.background(u"count"_s, [](TaskContext &context) {
            while (context.sleep(500ms))
                context.modify([](LiveState &state) { state.update(u"count"_s, [](int n) { return n + 1; }); });
        });

        EVENTUALLY(vm.value<int>(u"count"_s) == 1);
    }
};

QTEST_GUILESS_MAIN(TestExamplesBackground)
#include "tst_examples_background.moc"
