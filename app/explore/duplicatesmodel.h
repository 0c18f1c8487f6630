// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "duplicatelistmodel.h"
#include "notice.h"
#include "scangate.h"

#include <aside/viewmodel.h>

#include <memory>

namespace AsideDemo {

/// The state of the view of duplicates: files of equal content below one folder.
///
/// Its task "duplicates" looks for them, on the lane for files, so that no search waits for it. Groups
/// come while it goes on. A scan ends it, and while the view is open it looks again after that.
class DuplicatesModel : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ExploreModel has one")
    Q_PROPERTY(AsideDemo::DuplicateListModel *groups READ groups CONSTANT FINAL)

public:
    ASIDE_ASSIGN(bool, isOpen, false) ///< the view is shown
    ASIDE_ASSIGN(bool, isWaiting, false) ///< it looks for duplicates once the scan has ended
    ASIDE_ASSIGN(AsideDemo::DuplicateProgress, progress)
    ASIDE_ASSIGN(QList<AsideDemo::DuplicateGroup>, found) ///< on their way to the list
    ASIDE_ASSIGN(QStringList, skipped) ///< the first thousand: each a path, and a line that says why
    ASIDE_ASSIGN(AsideDemo::Notice, notice)
    ASIDE_COMPUTED(double, fraction, progress->fraction(), progress)
    ASIDE_COMPUTED(QString, progressText, progressWords(progress), progress)
    ASIDE_COMPUTED(QString, resultText, resultWords(progress), progress)
    ASIDE_COMPUTED(int, skippedCount, int(progress->skipped), progress)

    explicit DuplicatesModel(QObject *parent = nullptr);

    DuplicateListModel *groups() { return &m_groups; }

    /// Forgets what it has found, and turns to \a folder, whose scan is about to begin.
    void setFolder(const QString &catalogue, const QByteArray &folder);
    void scanBegins();
    void scanEnded();
    /// Holds searches that start from now on where they have groups to show; null holds none.
    void setGate(const std::shared_ptr<ScanGate> &gate) { m_gate = gate; }

    /// Shows the view, and looks for duplicates unless their search goes on or has been made.
    Q_INVOKABLE void open();
    Q_INVOKABLE void close();
    Q_INVOKABLE void find(); ///< looks again
    Q_INVOKABLE void stop();
    Q_INVOKABLE void dismissNotice() { notice = Notice(); }

private:
    static QString progressWords(const DuplicateProgress &progress);
    static QString resultWords(const DuplicateProgress &progress);

    void forget();
    void react(const QStringList &keys);

    DuplicateListModel m_groups;
    QString m_catalogue;
    QByteArray m_folder;
    std::shared_ptr<ScanGate> m_gate;
    bool m_isScanning = false;
    bool m_isFresh = false; // what it shows is of the newest scan
};

} // namespace AsideDemo
