// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "duplicates_p.h"

#include "search.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsPerCancelCheck = 256;
constexpr size_t FilesPerStep = 1000; // few enough for groups to come early, many enough for all threads

QByteArray bytesOf(const QSqlQuery &query, int text)
{
    const QVariant raw = query.value(text + 1);
    return raw.isNull() ? query.value(text).toString().toUtf8() : raw.toByteArray();
}

} // namespace

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

} // namespace AsideDemo
