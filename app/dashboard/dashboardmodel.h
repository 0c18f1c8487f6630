// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "demoserver.h"
#include "httpfetcher.h"
#include "insights.h"

#include <aside/asyncresult.h>
#include <aside/viewmodel.h>
#include <explore/scangate.h>

#include <qqmlregistration.h>
#include <QUrl>

namespace AsideDemo {

/// The state of the dashboard: figures about what the catalogue has of a folder, each an AsyncResult with a
/// load of its own, on a connection of its own. Their value is a Figures, and a canceled load ends within
/// a slice of the catalogue.
///
/// What they count changes with the folder and with words; revision tells that they should be loaded again.
class DashboardModel : public Aside::ViewModel
{
    Q_OBJECT
    QML_ELEMENT

public:
    ASIDE_ASSIGN(QString, folder) ///< for people; empty while there is none
    ASIDE_ASSIGN(QString, filter) ///< what was typed
    ASIDE_ASSIGN(QString, words) ///< the same, once typing pauses: what the figures go by
    ASIDE_ASSIGN(int, revision, 0)
    ASIDE_ASSIGN(Aside::AsyncResult, totals)
    ASIDE_ASSIGN(Aside::AsyncResult, types)
    ASIDE_ASSIGN(Aside::AsyncResult, ages)
    ASIDE_ASSIGN(Aside::AsyncResult, years)
    ASIDE_ASSIGN(Aside::AsyncResult, files)
    ASIDE_ASSIGN(Aside::AsyncResult, folders)
    ASIDE_ASSIGN(Aside::AsyncResult, equalSizes)
    ASIDE_ASSIGN(Aside::AsyncResult, catalogueFile)
    ASIDE_ASSIGN(Aside::AsyncResult, check)
    ASIDE_ASSIGN(Aside::AsyncResult, requests)
    ASIDE_ASSIGN(QString, site) ///< who is asked; empty: the demo's own server
    ASIDE_ASSIGN(bool, hasServer, DemoServer::isAvailable()) ///< the demo's own server is asked
    ASIDE_ASSIGN(QUrl, factsUrl) ///< of what that server says of itself, once it is up …
    ASIDE_ASSIGN(int, answered, 0) ///< … which lands here: how many requests it has answered,
    ASIDE_ASSIGN(int, mostAtOnce, 0) ///< and how many of them it had at the same time
    ASIDE_COMPUTED(bool, isLoading, isAnyLoading(), totals, types, ages, years, files, folders, equalSizes, check, requests)

    explicit DashboardModel(QObject *parent = nullptr);

    /// Sends requests to a site like httpbin.org, and not to the demo's own server.
    void setSite(const QUrl &url);
    /// Holds loads that start from now on; null holds none.
    void setGate(const std::shared_ptr<ScanGate> &gate) { m_gate = gate; }

    /// Turns to \a folder in the file \a catalogue, or to what has become of it.
    Q_INVOKABLE void open(const QString &catalogue, const QUrl &folder);
    Q_INVOKABLE void loadTotals();
    Q_INVOKABLE void loadTypes();
    Q_INVOKABLE void loadAges();
    Q_INVOKABLE void loadYears();
    Q_INVOKABLE void loadFiles();
    Q_INVOKABLE void loadFolders();
    Q_INVOKABLE void loadEqualSizes();
    Q_INVOKABLE void loadCatalogueFile();
    /// Fails on purpose the first time, for people to see what that looks like.
    Q_INVOKABLE void loadCheck();
    /// Sends five requests side by side.
    Q_INVOKABLE void loadRequests();
    /// Stops whatever loads.
    Q_INVOKABLE void stop();

private:
    using Read = std::function<Figures(const Scope &scope, const OnSlice &onSlice)>;

    bool isAnyLoading() const;
    void load(const QString &key, const Read &read);
    void react(const QStringList &keys);

    Scope m_scope;
    QUrl m_site;
    std::shared_ptr<DemoServer> m_server;
    std::shared_ptr<HttpFetcher> m_fetcher;
    std::shared_ptr<ScanGate> m_gate;
    bool m_hasFailedOnPurpose = false;
};

} // namespace AsideDemo
