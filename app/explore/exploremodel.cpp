// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "exploremodel.h"

#include "folderpath.h"

#include <catalogue/catalogue.h>
#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <algorithm>
#include <filesystem>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Aside::Assigns;
using Aside::RowStream;
using Aside::TaskContext;

namespace {

constexpr qint64 RefreshMilliseconds = 300;
constexpr auto TypingPause = 120ms; // shorter than between two words, longer than between two letters
constexpr qsizetype PathLength = 120;

QString shortened(const QString &path)
{
    if (path.size() <= PathLength)
        return path;
    return path.left(PathLength / 2) % u'\u2026' % path.right(PathLength / 2);
}

SortBy sortByFor(ExploreModel::SortColumn column)
{
    switch (column) {
    case ExploreModel::BySize:
        return SortBy::Size;
    case ExploreModel::ByModified:
        return SortBy::Modified;
    case ExploreModel::ByName:
        break;
    }
    return SortBy::Name;
}

} // namespace

ExploreModel::ExploreModel(QObject *parent) : ViewModel(parent), m_catalogue(defaultCatalogueFile())
{
    connect(this, &ExploreModel::assignsChanged, this, &ExploreModel::react);
    connect(this, &ExploreModel::taskFinished, this, &ExploreModel::finished);
    connect(this, &ExploreModel::taskFailed, this,
            [this](const QString &task, const Aside::Failure &failure) {
                if (const Notice told = noticeFor(failure); !told.text.isEmpty()) {
                    m_noticeTask = task;
                    notice = told;
                }
            });
    m_files.setCatalogue(m_catalogue);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &ExploreModel::refreshIfDue);
    connect(&m_entries, &EntryListModel::pagesWanted, this, &ExploreModel::loadRows);
}

void ExploreModel::setCatalogue(const QString &file)
{
    m_catalogue = file;
    m_files.setCatalogue(file);
}

void ExploreModel::open(const QByteArray &path)
{
    m_root = absolutePath(path);
    m_readable = 0;
    assign({{u"folder"_s, visibleText(readableName(m_root))},
            {u"filter"_s, QString()},
            {u"selectedId"_s, qint64(0)},
            {u"details"_s, Details()},
            {u"notice"_s, Notice()},
            {u"hits"_s, Hits()}});
    m_files.dismissNotice();
    m_largest.reset();
    m_duplicates.setFolder(m_catalogue, m_root);
    search();
    rescan();
}

void ExploreModel::openUrl(const QUrl &url)
{
    const QByteArray path = pathFromUrl(url);
    if (path.isEmpty())
        notice = Notice{tr("Only folders on this computer can be catalogued."), Notice::None};
    else
        open(path);
}

void ExploreModel::openLast()
{
    const QByteArray last = pathFromUrl(m_recent.newest());
    if (last.isEmpty())
        return;
    startAsync(
        u"last"_s,
        [last] {
            std::error_code ignored;
            return std::filesystem::is_directory(last.toStdString(), ignored);
        },
        [this, last](const Aside::TaskResult<bool> &isThere) {
            if (isThere.isOk() && isThere.value() && m_root.isEmpty())
                open(last);
        },
        {.lane = Aside::Lane::Io});
}

QUrl ExploreModel::folderUrl() const
{
    return urlFromPath(m_root);
}

void ExploreModel::rescan()
{
    if (m_root.isEmpty())
        return;
    assign({{u"progress"_s, ScanProgress()}, {u"filesPerSecond"_s, 0.0}, {u"notice"_s, Notice()}});
    m_duplicates.scanBegins();
    streamAsync(u"scan"_s, m_largest, [catalogue = m_catalogue, root = m_root, gate = m_gate](TaskContext &context, RowStream<LargeFile> &rows) {
        LargestFiles largest;
        QElapsedTimer clock;
        clock.start();
        const auto tell = [&](const ScanProgress &now) {
            context.setProgress(now.fraction);
            const double seconds = std::max(0.001, double(clock.elapsed()) / 1000);
            context.post({{u"progress"_s, now}, {u"filesPerSecond"_s, double(now.files) / seconds}});
            if (now.readable == now.files) { // else whoever selects one would not find it
                context.post({{u"largestSize"_s, double(largest.size())}});
                rows.add(largest.takeChanges());
            }
            if (gate)
                gate->wait(context);
        };
        scan(
            catalogue, root, tell, [&] { return context.isCanceled(); },
            [&](qint64 id, const QByteArray &place, const Entry &entry) { largest.add(id, place, entry); });
    });
}

void ExploreModel::sortBy(SortColumn column)
{
    const bool again = sortColumn == column;
    // Small names come first, but large files and new ones are what people look for.
    assign({{u"sortColumn"_s, column}, {u"descending"_s, again ? !descending : column != ByName}});
}

void ExploreModel::select(int row)
{
    assign({{u"selectedId"_s, m_entries.idAt(row)}, {u"selectedRow"_s, m_entries.idAt(row) ? row : -1}});
}

void ExploreModel::selectEntry(qint64 id)
{
    assign({{u"selectedId"_s, id}, {u"selectedRow"_s, m_entries.rowOf(id)}});
}

qint64 ExploreModel::largestId(int row) const
{
    return row >= 0 && row < m_largest.count() ? m_largest.row(row).id : 0;
}

void ExploreModel::selectLargest(int row)
{
    if (const qint64 id = largestId(row))
        selectEntry(id);
}

void ExploreModel::dismissNotice()
{
    m_noticeTask.clear();
    notice = Notice();
}

void ExploreModel::retry()
{
    dismissNotice();
    search();
    rescan();
}

void ExploreModel::startAfresh()
{
    dismissNotice();
    cancelAsync(u"scan"_s);
    assignAsync(u"startAfresh"_s, [catalogue = m_catalogue] {
        moveCatalogueAside(catalogue);
        return Assigns();
    });
}

void ExploreModel::react(const QStringList &keys)
{
    if (keys.contains("hits"_L1))
        showHits();
    if (keys.contains("pages"_L1)) {
        m_entries.addPages(pages);
        pages = LoadedPages(); // the list keeps what it needs
    }
    // Only typing goes on and on: a click, or a filter that is cleared, is one wish, and shows at once.
    if (keys.contains("sortColumn"_L1) || keys.contains("descending"_L1))
        search();
    else if (keys.contains("filter"_L1))
        search(filter->isEmpty() ? 0ms : TypingPause);
    if (keys.contains("progress"_L1)) {
        if (progress->folders > 0)
            m_recent.add(m_root);
        refreshIfDue();
    }
    if (keys.contains("selectedId"_L1))
        loadDetails();
}

void ExploreModel::showHits()
{
    const Hits now = hits;
    const bool isRefresh = now && m_shown && now->folder == m_shown->folder && now->query == m_shown->query;
    const qint64 anchor = isRefresh && m_topRow > 0 ? m_entries.idAt(m_topRow) : 0;
    m_entries.setHits(now);
    m_shown = now;
    selectedRow = m_entries.rowOf(selectedId);
    if (!isRefresh)
        Q_EMIT listReplaced();
    else if (const int row = m_entries.rowOf(anchor); row >= 0 && row != m_topRow)
        Q_EMIT listShifted(row - m_topRow);
}

void ExploreModel::search(std::chrono::milliseconds debounce)
{
    if (m_root.isEmpty())
        return;
    const SearchQuery query{m_shown ? m_shown->query.root : 0, filter, sortByFor(sortColumn),
                            descending ? Qt::DescendingOrder : Qt::AscendingOrder};
    const bool isRefresh = m_shown && m_shown->query == query && m_topRow > 0;
    const qint64 anchor = isRefresh ? m_entries.idAt(m_topRow) : 0;
    m_readable = progress->readable;
    m_search = assignAsync(
        u"search"_s,
        [catalogue = m_catalogue, root = m_root, query, anchor](TaskContext &context) {
            const auto isCanceled = [&] { return context.isCanceled(); };
            return Assigns{{u"hits"_s, findHits(catalogue, root, query, anchor, isCanceled)}};
        },
        {.debounce = debounce});
}

/// Shows more of the rows of a scan under way, as often as searching them leaves most of the time free.
void ExploreModel::refreshIfDue()
{
    if (progress->readable <= m_readable || m_search.isActive() || m_refresh.isActive())
        return;
    const qint64 pause = std::max(RefreshMilliseconds, m_shown ? 2 * m_shown->took : 0);
    const qint64 rested = m_searchEnded.isValid() ? m_searchEnded.elapsed() : pause;
    if (rested < pause)
        m_refresh.start(int(pause - rested));
    else
        search();
}

void ExploreModel::loadRows()
{
    // One at a time: a newer wish waits, so that fast scrolling never starves what is on its way.
    if (m_rows.isActive() || !m_shown)
        return;
    const QList<int> wanted = m_entries.takeWantedPages();
    if (wanted.isEmpty())
        return;
    m_rows = assignAsync(u"rows"_s, [catalogue = m_catalogue, shown = m_shown, wanted] {
        return Assigns{{u"pages"_s, loadPages(catalogue, shown, wanted)}};
    });
}

void ExploreModel::loadDetails()
{
    if (selectedId == 0) {
        cancelAsync(u"details"_s);
        details = Details();
        return;
    }
    assignAsync(u"details"_s, [catalogue = m_catalogue, id = selectedId.value()](TaskContext &context) {
        return Assigns{{u"details"_s, readDetails(catalogue, id, [&] { return context.isCanceled(); })}};
    });
}

void ExploreModel::finished(const QString &task, Aside::Outcome outcome)
{
    if (outcome == Aside::Outcome::Ok && task == m_noticeTask)
        dismissNotice(); // what failed has worked since
    if (task == "rows"_L1) {
        loadRows();
    } else if (task == "search"_L1 && outcome == Aside::Outcome::Ok) {
        m_searchEnded.start();
        refreshIfDue();
    } else if (task == "scan"_L1 && outcome != Aside::Outcome::Superseded) {
        search();
        m_duplicates.scanEnded();
    } else if (task == "startAfresh"_L1 && outcome == Aside::Outcome::Ok) {
        retry();
    }
}

QString ExploreModel::scanWords(const ScanProgress &progress, double filesPerSecond)
{
    return tr("%1 %2 · %3 files/s")
        .arg(filesText(progress.files), inFoldersText(progress.folders), countText(qint64(filesPerSecond)));
}

QString ExploreModel::hitsWords(const Hits &hits)
{
    if (!hits)
        return {};
    const qsizetype count = hits->hits.ids.size();
    return tr("%1 · %2").arg(filesText(count), sizeText(hits->hits.bytes));
}

QStringList ExploreModel::problemWords(const Hits &hits)
{
    QStringList words;
    if (!hits)
        return words;
    for (const StoredProblem &problem : hits->problems)
        words.append(shortened(visibleText(problem.path.isEmpty() ? u"."_s : problem.path)) % u'\n'
                     % problem.reason);
    return words;
}

} // namespace AsideDemo
