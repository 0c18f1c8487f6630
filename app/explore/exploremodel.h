// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "details.h"
#include "duplicatesmodel.h"
#include "entrylistmodel.h"
#include "fileactions.h"
#include "largestfiles.h"
#include "notice.h"
#include "recentfolders.h"
#include "scangate.h"

#include <aside/streammodel.h>
#include <aside/viewmodel.h>
#include <catalogue/scan.h>

#include <QElapsedTimer>
#include <qqmlregistration.h>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace AsideDemo {

/// The state of the page Explore: one folder, what the catalogue has of it, and one selected file.
///
/// Its tasks: "scan" catalogues the folder and streams its largest files, "search" finds what the list shows, "rows" loads what is
/// scrolled to, "details" looks at the selected file, "startAfresh" replaces a damaged catalogue, "last" asks
/// whether the last folder is there.
/// Setting filter, sortColumn or descending searches anew, and a text for the filter once nothing has been
/// typed for 120 ms; setting selectedId loads the details.
class ExploreModel : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(AsideDemo::EntryListModel *entries READ entries CONSTANT FINAL)
    /// The largest files that the newest scan has met so far, the largest one first.
    Q_PROPERTY(Aside::StreamModel *largest READ largest CONSTANT FINAL)
    Q_PROPERTY(AsideDemo::DuplicatesModel *duplicates READ duplicates CONSTANT FINAL)
    Q_PROPERTY(AsideDemo::FileActions *files READ files CONSTANT FINAL)
    Q_PROPERTY(AsideDemo::RecentFolders *recent READ recent CONSTANT FINAL)
    /// The first row that the view shows: where it should stay when rows come in above.
    Q_PROPERTY(int topRow MEMBER m_topRow FINAL)

public:
    enum SortColumn { ByName, BySize, ByModified };
    Q_ENUM(SortColumn)

    ASIDE_ASSIGN(QString, folder)
    ASIDE_ASSIGN(QString, filter)
    ASIDE_ASSIGN(AsideDemo::ExploreModel::SortColumn, sortColumn, ByName)
    ASIDE_ASSIGN(bool, descending, false)
    ASIDE_ASSIGN(AsideDemo::ScanProgress, progress)
    ASIDE_ASSIGN(double, filesPerSecond, 0)
    ASIDE_ASSIGN(double, largestSize, 0)
    ASIDE_ASSIGN(AsideDemo::Hits, hits)
    ASIDE_ASSIGN(AsideDemo::LoadedPages, pages)
    ASIDE_ASSIGN(qint64, selectedId, 0)
    ASIDE_ASSIGN(int, selectedRow, -1)
    ASIDE_ASSIGN(AsideDemo::Details, details)
    ASIDE_ASSIGN(AsideDemo::Notice, notice)
    ASIDE_COMPUTED(QString, scanText, scanWords(progress, filesPerSecond), progress, filesPerSecond)
    ASIDE_COMPUTED(QString, hitsText, hitsWords(hits), hits)
    ASIDE_COMPUTED(bool, hasSelection, selectedId != 0, selectedId)
    ASIDE_COMPUTED(double, selectedFile, double(selectedId), selectedId) ///< for QML, which knows no qint64
    /// What could not be read, each as a path, shortened, and a line that says why.
    ASIDE_COMPUTED(QStringList, problems, problemWords(hits), hits)

    explicit ExploreModel(QObject *parent = nullptr);

    EntryListModel *entries() { return &m_entries; }
    Aside::StreamModel *largest() { return &m_largest; }
    DuplicatesModel *duplicates() { return &m_duplicates; }
    FileActions *files() { return &m_files; }
    RecentFolders *recent() { return &m_recent; }

    /// The catalogue's file; the platform's cache folder has the default one.
    void setCatalogue(const QString &file);
    Q_INVOKABLE QString catalogue() const { return m_catalogue; }
    /// Holds scans that start from now on; null holds none.
    void setScanGate(const std::shared_ptr<ScanGate> &gate) { m_gate = gate; }

    /// Shows what the catalogue has of \a folder (in the file system's bytes), and scans it.
    void open(const QByteArray &folder);
    Q_INVOKABLE void openUrl(const QUrl &url);
    /// Opens the newest of the recent folders, if it is still there and no other has been opened meanwhile.
    void openLast();
    Q_INVOKABLE QUrl folderUrl() const;
    Q_INVOKABLE void rescan();
    /// Sorts by \a column; the other way round if it is sorted by that already.
    Q_INVOKABLE void sortBy(AsideDemo::ExploreModel::SortColumn column);
    Q_INVOKABLE void select(int row);
    Q_INVOKABLE void selectEntry(qint64 id);
    /// Of a row of the largest files; 0 outside of them.
    Q_INVOKABLE qint64 largestId(int row) const;
    /// Selects a row of the largest files.
    Q_INVOKABLE void selectLargest(int row);
    Q_INVOKABLE void dismissNotice();
    /// Searches and scans again, after a failure.
    Q_INVOKABLE void retry();
    /// Moves a damaged catalogue aside, and scans into a new one.
    Q_INVOKABLE void startAfresh();

Q_SIGNALS:
    /// Other rows than before: a view goes to the top.
    void listReplaced();
    /// What was the view's first row is now \a rows further down.
    void listShifted(int rows);

private:
    static QString scanWords(const ScanProgress &progress, double filesPerSecond);
    static QString hitsWords(const Hits &hits);
    static QStringList problemWords(const Hits &hits);

    void react(const QStringList &keys);
    void showHits();
    void search(std::chrono::milliseconds debounce = {});
    void refreshIfDue();
    void loadRows();
    void loadDetails();
    void finished(const QString &task, Aside::Outcome outcome);

    EntryListModel m_entries;
    Aside::StreamModelOf<LargeFile> m_largest{largeFileRoles()};
    DuplicatesModel m_duplicates;
    FileActions m_files;
    RecentFolders m_recent;
    QString m_catalogue;
    QByteArray m_root;
    std::shared_ptr<ScanGate> m_gate;
    int m_topRow = 0;
    Aside::Task m_search;
    Aside::Task m_rows;
    Hits m_shown;
    QString m_noticeTask; // whose failure the notice tells
    qint64 m_readable = 0; // rows that the newest search could see
    QElapsedTimer m_searchEnded;
    QTimer m_refresh; // runs only while a scan has rows to show
};

} // namespace AsideDemo
