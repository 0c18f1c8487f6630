// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "duplicatesmodel.h"

#include <aside/taskobserver.h>
#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <QThread>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <utility>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Aside::Assigns;
using Aside::TaskContext;

namespace {

constexpr int MostSkipped = 1000;

/// One of the threads that hash; those beyond the number of cores have nothing to do.
struct Worker
{
    std::shared_ptr<DuplicateSearch> search;
    int number;

    void operator()(TaskContext &context) const
    {
        if (number < QThread::idealThreadCount())
            search->work([&] { return context.isCanceled(); });
    }
};

/// What is on its way home, in parcels: groups of small files come by the thousand.
struct Parcel
{
    std::mutex mutex;
    QList<DuplicateGroup> groups;
    QStringList skipped;
};

void look(TaskContext &context, const QString &catalogue, const QByteArray &folder, const std::shared_ptr<ScanGate> &gate)
{
    const auto isCanceled = [&context] { return context.isCanceled(); };
    const auto search = std::make_shared<DuplicateSearch>(catalogue, folder, isCanceled);
    Parcel parcel;
    const auto tell = [&context, &parcel](const DuplicateProgress &now) {
        Assigns news{{u"progress"_s, now}};
        {
            const std::lock_guard lock(parcel.mutex);
            if (!parcel.groups.isEmpty())
                news.update(u"found"_s, [groups = std::exchange(parcel.groups, {})](const QList<DuplicateGroup> &found) {
                    return found + groups;
                });
            if (!parcel.skipped.isEmpty())
                news.update(u"skipped"_s, [words = std::exchange(parcel.skipped, {})](const QStringList &skipped) {
                    return QStringList((skipped + words).mid(0, MostSkipped));
                });
        }
        context.setProgress(now.fraction());
        context.post(std::move(news));
    };
    search->onProgress = tell;
    search->onGroup = [&](const DuplicateGroup &group) {
        {
            const std::lock_guard lock(parcel.mutex);
            parcel.groups.append(group);
        }
        if (gate) {
            tell(search->progress());
            gate->wait(context);
        }
    };
    search->onSkipped = [&parcel](const Problem &problem) {
        const std::lock_guard lock(parcel.mutex);
        if (parcel.skipped.size() < MostSkipped)
            parcel.skipped.append(visibleText(readableName(problem.path)) % u'\n' % problem.reason);
    };
    tell(search->progress());
    while (search->next()) {
        const auto worker = [&](int number) { return Worker{search, number}; };
        Aside::gather(worker(0), worker(1), worker(2), worker(3), worker(4), worker(5), worker(6), worker(7))(context);
        tell(search->progress());
    }
    tell(search->progress());
}

} // namespace

DuplicatesModel::DuplicatesModel(QObject *parent) : ViewModel(parent)
{
    connect(this, &DuplicatesModel::assignsChanged, this, &DuplicatesModel::react);
    connect(this, &DuplicatesModel::taskFailed, this,
            [this](const QString &, const Aside::Failure &failure) { notice = noticeFor(failure); });
}

void DuplicatesModel::setFolder(const QString &catalogue, const QByteArray &folder)
{
    m_catalogue = catalogue;
    m_folder = folder;
    close();
    forget();
}

void DuplicatesModel::scanBegins()
{
    m_isScanning = true;
    forget();
    isWaiting = isOpen.value();
}

void DuplicatesModel::scanEnded()
{
    m_isScanning = false;
    if (isWaiting)
        find();
}

void DuplicatesModel::open()
{
    isOpen = true;
    if (!m_isFresh)
        find();
}

void DuplicatesModel::close()
{
    stop();
    isOpen = false;
}

void DuplicatesModel::find()
{
    forget();
    isWaiting = m_isScanning;
    if (m_isScanning || m_folder.isEmpty())
        return;
    m_isFresh = true;
    assignAsync(
        u"duplicates"_s,
        [catalogue = m_catalogue, folder = m_folder, gate = m_gate](TaskContext &context) {
            look(context, catalogue, folder, gate);
            return Assigns();
        },
        {.lane = Aside::Lane::Io});
}

void DuplicatesModel::stop()
{
    if (task(u"duplicates"_s)->isRunning()) {
        m_isFresh = false;
        cancelAsync(u"duplicates"_s);
    }
    isWaiting = false;
}

void DuplicatesModel::forget()
{
    stop();
    m_isFresh = false;
    m_groups.clear();
    assign({{u"progress"_s, DuplicateProgress()},
            {u"found"_s, QList<DuplicateGroup>()},
            {u"skipped"_s, QStringList()},
            {u"notice"_s, Notice()}});
}

void DuplicatesModel::react(const QStringList &keys)
{
    if (keys.contains("found"_L1) && !found->isEmpty()) {
        m_groups.add(found);
        found = QList<DuplicateGroup>(); // the list keeps what it needs
    }
}

QString DuplicatesModel::progressWords(const DuplicateProgress &progress)
{
    return tr("%1 of %2 compared").arg(sizeText(progress.bytes), sizeText(progress.ofBytes));
}

QString DuplicatesModel::resultWords(const DuplicateProgress &progress)
{
    if (progress.groups == 0)
        return tr("No duplicates so far");
    return (progress.groups == 1 ? tr("%1 group · %2 could be won back") : tr("%1 groups · %2 could be won back"))
        .arg(countText(progress.groups), sizeText(progress.wasted));
}

} // namespace AsideDemo
