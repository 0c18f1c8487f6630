// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "samplefolder.h"

#include <catalogue/duplicates.h>
#include <catalogue/scan.h>

#include <QElapsedTimer>

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

inline bool never() { return false; }

/// A folder with files, and what a search for duplicates says of it.
class DuplicateSample : public SampleFolder
{
public:
    struct Found
    {
        QList<AsideDemo::DuplicateGroup> groups; // as they were told, or the most wasteful first
        QHash<QByteArray, QString> skipped;
        QList<AsideDemo::DuplicateProgress> progress;
        qint64 milliseconds = 0;

        QList<QByteArray> names(qsizetype group) const
        {
            QList<QByteArray> all;
            for (const AsideDemo::Duplicate &file : groups.value(group).files)
                all.append(file.folder.isEmpty() ? file.name : QByteArray(file.folder + '/' + file.name));
            return all;
        }
        qint64 bytesHashed() const { return progress.constLast().bytes; }
        /// Nothing is left to do, and nothing was done twice.
        bool isComplete() const { return progress.constLast().bytes == progress.constLast().ofBytes; }
        void sortByWaste()
        {
            std::stable_sort(groups.begin(), groups.end(),
                             [](const auto &a, const auto &b) { return a.wasted > b.wasted; });
        }
    };

    DuplicateSample() { addFolder("root"); }

    QString catalogue() const { return textPath(QStringLiteral("c.sqlite")); }
    QByteArray root() const { return path("root"); }
    bool scanIt() const
    {
        return AsideDemo::scan(catalogue(), root(), [](const AsideDemo::ScanProgress &) { }, never);
    }
    /// \a onStep is called after each step of the search.
    Found find(int threads = 1, const std::function<bool()> &isCanceled = never,
               const std::function<void()> &onStep = {}) const
    {
        QElapsedTimer clock;
        clock.start();
        AsideDemo::DuplicateSearch search(catalogue(), root(), isCanceled);
        Found found;
        std::mutex mutex;
        search.onGroup = [&](const AsideDemo::DuplicateGroup &group) {
            const std::lock_guard lock(mutex);
            found.groups.append(group);
        };
        search.onSkipped = [&](const AsideDemo::Problem &problem) {
            const std::lock_guard lock(mutex);
            found.skipped.insert(problem.path, problem.reason);
        };
        search.onProgress = [&](const AsideDemo::DuplicateProgress &now) {
            const std::lock_guard lock(mutex);
            found.progress.append(now);
        };
        while (search.next()) {
            std::vector<std::thread> helpers;
            for (int i = 1; i < threads; ++i)
                helpers.emplace_back([&] { search.work(isCanceled); });
            search.work(isCanceled);
            for (std::thread &helper : helpers)
                helper.join();
            if (onStep)
                onStep();
        }
        found.progress.append(search.progress());
        found.milliseconds = clock.elapsed();
        return found;
    }
};
