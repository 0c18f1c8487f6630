// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "duplicates.h"

#include "search.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsPerCancelCheck = 256;
constexpr size_t FilesPerStep = 1000; // few enough for groups to come early, many enough for all threads
constexpr qint64 MillisecondsBetweenReports = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("AsideDemo::DuplicateSearch", text);
}

QByteArray bytesOf(const QSqlQuery &query, int text)
{
    const QVariant raw = query.value(text + 1);
    return raw.isNull() ? query.value(text).toString().toUtf8() : raw.toByteArray();
}

qint64 now()
{
    const auto sinceStart = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceStart).count();
}

} // namespace

struct DuplicateSearch::Candidate
{
    qint64 id;
    qint64 size;
    qint64 modified; // ms
};

struct DuplicateSearch::File
{
    QByteArray path() const { return entry.folder.isEmpty() ? entry.name : QByteArray(entry.folder + '/' + entry.name); }

    Duplicate entry;
    qint64 size = 0;
    qint64 modified = -1;
    FileContent::Facts facts; // when it was looked at first
    Digest head;
    qint64 counted = 0; // of its size, in the progress
    bool isOut = false;
};

/// One file, by all of its names.
struct DuplicateSearch::Content
{
    std::vector<File *> names;
    Digest whole;
    Bucket *bucket = nullptr;
};

/// Contents that are alike at their beginning.
struct DuplicateSearch::Bucket
{
    std::vector<std::unique_ptr<Content>> contents;
    std::atomic<size_t> left{0}; // to be hashed whole
};

DuplicateSearch::DuplicateSearch(const QString &catalogue, const QByteArray &folder,
                                 const std::function<bool()> &isCanceled)
    : m_catalogue(catalogue)
    , m_folder(folder)
{
    const Connection connection(catalogue, Connection::Read);
    const qint64 root = findRoot(connection, folder).root;
    QSqlQuery find = connection.prepare("duplicate-candidates"_L1);
    find.addBindValue(root);
    find.addBindValue(root);
    connection.run(find);
    qint64 bytes = 0;
    while (find.next()) {
        if (m_candidates.size() % RowsPerCancelCheck == 0 && isCanceled()) {
            m_canceled = true;
            return;
        }
        const QVariant modified = find.value(2);
        m_candidates.push_back({find.value(0).toLongLong(), find.value(1).toLongLong(),
                                modified.isNull() ? -1 : modified.toLongLong()});
        bytes += m_candidates.back().size;
    }
    m_ofBytes = bytes;
}

DuplicateSearch::~DuplicateSearch() = default;

bool DuplicateSearch::next()
{
    if (m_canceled)
        return false;
    if (m_step == Step::Heads) {
        nextContents();
        m_step = Step::Wholes;
        if (!m_contents.empty())
            return true;
    }
    m_step = nextFiles() ? Step::Heads : Step::Begin;
    tell(m_step == Step::Begin);
    return m_step == Step::Heads;
}

/// Takes further files from the catalogue, always all of a size.
bool DuplicateSearch::nextFiles()
{
    m_nextJob = 0;
    m_contents.clear();
    m_buckets.clear();
    m_files.clear();
    if (m_taken == m_candidates.size())
        return false;
    const Connection connection(m_catalogue, Connection::Read);
    QSqlQuery find = connection.prepare("place-of-entry"_L1);
    for (; m_taken < m_candidates.size(); ++m_taken) {
        const Candidate &candidate = m_candidates[m_taken];
        if (m_files.size() >= FilesPerStep && m_files.back()->size != candidate.size)
            break;
        auto file = std::make_unique<File>();
        file->size = candidate.size;
        file->modified = candidate.modified;
        find.bindValue(0, candidate.id);
        connection.run(find);
        if (find.next()) {
            file->entry = {candidate.id, bytesOf(find, 0), bytesOf(find, 2)};
            m_files.push_back(std::move(file));
        } else {
            drop(*file); // it has left the catalogue
        }
        find.finish();
    }
    return true;
}

/// From what the first look has told: what has to be hashed whole.
void DuplicateSearch::nextContents()
{
    m_nextJob = 0;
    // The largest first, and names of one file side by side.
    std::map<std::tuple<qint64, QByteArray>, std::vector<File *>, std::greater<>> alike;
    for (const auto &file : m_files) {
        if (!file->isOut)
            alike[{file->size, file->head.bytes}].push_back(file.get());
    }
    for (auto &[key, files] : alike) {
        std::sort(files.begin(), files.end(), [](const File *a, const File *b) {
            return std::tie(a->entry.folder, a->entry.name) < std::tie(b->entry.folder, b->entry.name);
        });
        auto bucket = std::make_unique<Bucket>();
        std::vector<Content *> contents;
        std::map<std::pair<quint64, quint64>, Content *> byInode;
        for (File *file : files) {
            Content *unknown = nullptr;
            Content *&content = file->facts.inode != 0 ? byInode[{file->facts.device, file->facts.inode}] : unknown;
            if (content) {
                file->entry.isOtherName = true;
                drop(*file);
            } else {
                content = bucket->contents.emplace_back(std::make_unique<Content>()).get();
                content->bucket = bucket.get();
                contents.push_back(content);
            }
            content->names.push_back(file);
        }
        if (contents.size() < 2) {
            drop(*files.front());
            continue;
        }
        if (std::get<0>(key) <= DigestUnit) { // the first look has seen all of it
            for (Content *content : contents)
                content->whole = content->names.front()->head;
            finish(std::move(contents));
            continue;
        }
        bucket->left = contents.size();
        m_contents.insert(m_contents.end(), contents.begin(), contents.end());
        m_buckets.push_back(std::move(bucket));
    }
}

void DuplicateSearch::work(const std::function<bool()> &isCanceled)
{
    const size_t jobs = m_step == Step::Heads ? m_files.size() : m_contents.size();
    for (size_t job = m_nextJob++; job < jobs; job = m_nextJob++) {
        if (isCanceled())
            m_canceled = true;
        if (m_canceled)
            return;
        if (m_step == Step::Heads)
            readFile(*m_files[job], std::min(m_files[job]->size, DigestUnit), m_files[job]->head, isCanceled);
        else
            readWhole(*m_contents[job], isCanceled);
    }
}

void DuplicateSearch::readWhole(Content &content, const std::function<bool()> &isCanceled)
{
    for (File *name : content.names) {
        name->entry.isOtherName = false; // the names before it are out
        if (readFile(*name, name->size, content.whole, isCanceled))
            break;
        if (m_canceled)
            return;
        content.whole = {};
    }
    Bucket &bucket = *content.bucket;
    if (--bucket.left > 0)
        return;
    std::map<QByteArray, std::vector<Content *>> equal;
    for (const auto &member : bucket.contents) {
        if (!member->whole.bytes.isEmpty())
            equal[member->whole.bytes].push_back(member.get());
    }
    for (auto &[digest, contents] : equal) {
        if (contents.size() > 1)
            finish(std::move(contents));
    }
}

/// False if it is canceled, or if the file is left out.
bool DuplicateSearch::readFile(File &file, qint64 end, Digest &digest, const std::function<bool()> &isCanceled)
{
    FileContent content(m_folder + '/' + file.path());
    if (!content.isOpen()) {
        skip(file, content.reason());
        return false;
    }
    const FileContent::Facts before = content.facts();
    const bool isFirstLook = m_step == Step::Heads;
    const bool isAsScanned
        = before.size == file.size && (file.modified < 0 || before.modified / 1'000'000 == file.modified);
    if (isFirstLook ? !isAsScanned : before != file.facts) {
        skip(file, tr("This file has changed since the scan."));
        return false;
    }
    file.facts = before;
    qint64 read = 0;
    digest = digestOf(content, end, [&](qint64 bytes) {
        read += bytes;
        const qint64 fresh = std::max(qint64(0), read - file.counted);
        file.counted += fresh;
        m_bytes += fresh;
        tell();
        if (isCanceled())
            m_canceled = true;
        return !m_canceled;
    });
    if (m_canceled)
        return false;
    if (!digest.bytes.isEmpty() && content.facts() == before)
        return true;
    skip(file, content.reason().isEmpty() ? tr("This file has changed while it was read.") : content.reason());
    return false;
}

/// Tells a group of contents that are equal.
void DuplicateSearch::finish(std::vector<Content *> alike)
{
    DuplicateGroup group;
    group.digest = alike.front()->whole.bytes;
    group.size = alike.front()->names.front()->size;
    group.copies = qint64(alike.size());
    qint64 most = 0;
    for (const Content *content : alike) {
        group.wasted += content->whole.data;
        most = std::max(most, content->whole.data);
        for (const File *name : content->names) {
            if (!name->isOut)
                group.files.append(name->entry);
        }
    }
    group.wasted -= most;
    std::sort(group.files.begin(), group.files.end(), [](const Duplicate &a, const Duplicate &b) {
        return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
    });
    ++m_groups;
    m_wasted += group.wasted;
    if (onGroup)
        onGroup(group);
}

void DuplicateSearch::skip(File &file, const QString &reason)
{
    file.isOut = true;
    ++m_skipped;
    drop(file);
    if (onSkipped)
        onSkipped({file.path(), reason});
}

/// What is not read any more does not count as work.
void DuplicateSearch::drop(File &file)
{
    m_ofBytes -= file.size - file.counted;
    file.counted = file.size;
}

void DuplicateSearch::tell(bool always)
{
    if (!onProgress)
        return;
    qint64 last = m_toldAt;
    const qint64 time = now();
    if (always || (time - last >= MillisecondsBetweenReports && m_toldAt.compare_exchange_strong(last, time)))
        onProgress(progress());
}

DuplicateProgress DuplicateSearch::progress() const
{
    return {m_bytes, m_ofBytes, m_groups, m_wasted, m_skipped};
}

} // namespace AsideDemo
