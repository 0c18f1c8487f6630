// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// What the tests of blocks, futures and gathers share: most of them hold however runs go.

#include "support.h"

#include <aside/testing.h>

#include <optional>

namespace Test {

/// How runs go: on workers, stepped by the test, or at once in the caller.
enum class Way { Workers, Stepped, Synchronous };

inline void addWays()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("on workers") << Way::Workers;
    QTest::newRow("stepped") << Way::Stepped;
    QTest::newRow("synchronous") << Way::Synchronous;
}

/// Runs go that way while it lives.
class InWay
{
public:
    explicit InWay(Way way)
    {
        if (way == Way::Stepped)
            m_scheduler.emplace();
        else if (way == Way::Synchronous)
            m_scope.emplace();
    }
    Q_DISABLE_COPY_MOVE(InWay)

    /// Lets all of \a vm's tasks end, and what was canceled. False if one does not.
    bool finish(Aside::ViewModel &vm)
    {
        const bool idle = Aside::Testing::waitForIdle(vm, deadline);
        step();
        return idle;
    }
    /// Lets stepped runs go on as far as they can without more time.
    void step()
    {
        if (m_scheduler)
            m_scheduler->runAll();
    }
    Aside::Testing::ManualScheduler &scheduler() { return *m_scheduler; }

private:
    std::optional<Aside::Testing::ManualScheduler> m_scheduler;
    std::optional<Aside::Testing::SynchronousScope> m_scope;
};

/// Calls \a call, and says which type of Aside's it throws, and with what text: "Type: text"; empty if it
/// throws nothing.
template<typename Call>
QString thrownBy(Call &&call)
{
    try {
        call();
    } catch (const Aside::Canceled &) {
        return u"Canceled"_s;
    } catch (const Aside::StateGoneError &error) {
        return u"StateGoneError: "_s + error.message();
    } catch (const Aside::ImmutableStateError &error) {
        return u"ImmutableStateError: "_s + error.message();
    } catch (const Aside::AssignError &error) {
        return u"AssignError: "_s + error.message();
    } catch (const Aside::ContractError &error) {
        return u"ContractError: "_s + error.message();
    } catch (const std::exception &error) {
        return u"exception: "_s + QString::fromUtf8(error.what());
    } catch (...) {
        return u"something"_s;
    }
    return {};
}

/// Returns once every run on a worker waits: then as many tasks as there are threads get in at once.
/// Serves no events.
inline void waitUntilAllWait()
{
    const int workers = std::max(2, QThread::idealThreadCount());
    const Gate began, leave;
    Aside::ViewModel other;
    for (int i = 0; i < workers; ++i) {
        other.assignAsync(QString::number(i), [began, leave] {
            began.open();
            leave.pass();
            return Aside::Assigns();
        });
    }
    for (int i = 0; i < workers; ++i)
        began.pass();
    leave.open(workers);
}

} // namespace Test
