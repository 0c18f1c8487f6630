// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "scan.h"

#include "filewalker.h"
#include "rawname.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace AsideDemo {

namespace {

constexpr qint64 MillisecondsBetweenReports = 40;

QString wordsFor(const QByteArray &folder, const QString &reason)
{
    return QCoreApplication::translate("AsideDemo::ScanError", "%1 cannot be catalogued. %2")
        .arg(visibleText(readableName(folder)), reason);
}

} // namespace

bool scan(const QString &catalogue, const QByteArray &folder,
          const std::function<void(const ScanProgress &)> &onProgress,
          const std::function<bool()> &isCanceled, const OnEntry &onEntry)
{
    const Connection connection(catalogue, Connection::Write);
    CatalogueWriter writer(connection, folder);
    writer.onEntry = onEntry;
    ScanProgress progress;
    QElapsedTimer sinceReport;
    sinceReport.start();
    const auto tell = [&] {
        if (!writer.isInBatch())
            progress.readable = progress.files;
        else if (!sinceReport.hasExpired(MillisecondsBetweenReports))
            return;
        onProgress(progress);
        sinceReport.start();
    };

    FileWalker walker(folder);
    walker.onListing = [&](const FolderListing &listing) {
        progress.files += listing.entries.size();
        for (const Entry &entry : listing.entries)
            progress.bytes += qMax(qint64(0), entry.size);
        progress.folders += listing.last;
        progress.fraction = listing.progress;
        progress.folder = listing.path;
        writer.add(listing);
        tell();
    };
    walker.onProblem = [&](const Problem &problem) {
        if (problem.path.isEmpty() && progress.folders == 0)
            throw ScanError(wordsFor(folder, problem.reason).toStdString());
        ++progress.problems;
        writer.add(problem);
        tell();
    };

    const bool whole = walker.walk(isCanceled);
    if (whole)
        writer.finish();
    else
        writer.commit();
    progress.fraction = whole ? 1.0 : progress.fraction;
    progress.readable = progress.files;
    onProgress(progress);
    return whole;
}

} // namespace AsideDemo
