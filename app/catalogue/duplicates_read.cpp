// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
//
// What several threads do at a time: reading files, and telling how far that is.
#include "duplicates_p.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <map>

namespace AsideDemo {

namespace {

constexpr qint64 MillisecondsBetweenReports = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::DuplicateSearch)
};

qint64 now()
{
    const auto sinceStart = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceStart).count();
}

} // namespace

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
        skip(file, Words::tr("This file has changed since the scan."));
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
    skip(file, content.reason().isEmpty() ? Words::tr("This file has changed while it was read.") : content.reason());
    return false;
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
