// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "rowremains.h"

#include "mailbox_p.h"
#include "settings.h"

#include <QCoreApplication>
#include <QEvent>

namespace Aside::Detail {

namespace {

// The home thread frees them, and no worker: it is where rows of a model end, too, and where rows that
// hold something of that thread expect to.
class Sweeper : public QObject
{
public:
    explicit Sweeper(QObject *parent)
        : QObject(parent)
    {
    }
    ~Sweeper() override { t_current = nullptr; }

    static Sweeper &ofCurrentThread()
    {
        // It ends with the thread at the latest, even if the event loop does not come round any more.
        if (!t_current)
            t_current = new Sweeper(Mailbox::ofCurrentThread().get());
        return *t_current;
    }

    void add(std::unique_ptr<RowRemains> remains)
    {
        m_all.push_back(std::move(remains));
        if (m_all.size() == 1)
            goOn();
    }

private:
    void customEvent(QEvent *) override
    {
        // The other half is for drains.
        const auto end = Clock::now() + frameBudget() / 2;
        do {
            // Taken out, as what rows do when they end may bring more.
            std::unique_ptr<RowRemains> remains = std::move(m_all.back());
            m_all.pop_back();
            if (remains->freeSome())
                m_all.push_back(std::move(remains));
        } while (!m_all.empty() && Clock::now() < end);
        if (!m_all.empty())
            goOn();
    }
    void goOn() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

    static thread_local Sweeper *t_current;
    std::vector<std::unique_ptr<RowRemains>> m_all;
};

thread_local Sweeper *Sweeper::t_current = nullptr;

} // namespace

RowRemains::~RowRemains() = default;

void RowRemains::leave(std::unique_ptr<RowRemains> remains)
{
    if (!remains)
        return;
    // Where all is done at once, this is, too.
    if (isAsync())
        Sweeper::ofCurrentThread().add(std::move(remains));
}

} // namespace Aside::Detail
