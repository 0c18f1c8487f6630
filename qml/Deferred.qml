// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
import QtQuick
import Aside

/// An AsyncView that asks for its value once it is seen: for dashboards (after the deferred components of
/// django-dashboards). It has all of AsyncView's slots.
///
///     Deferred {
///         id: view
///         result: vm.sizes // an AsyncResult
///         pollInterval: 5000
///         dependents: [largest]
///         onRequested: vm.loadSizes() // calls loadAsync(u"sizes"_s, …)
///
///         SizesChart { sizes: view.value }
///     }
///
/// It asks when it is shown and nobody has asked for the value before. It waits in a hidden window, on a
/// page of a StackLayout that is not the current one, and where it is scrolled out of the sight of a
/// Flickable, which a page of a SwipeView is, too. Those that are shown at the same moment ask in visible
/// order: from top to bottom, then from left to right. What runs goes on when it is hidden.
///
/// There are three ways to a value:
///
///     Deferred { result: vm.sizes; onRequested: vm.loadSizes() }
///     Deferred { viewModel: vm; task: "sizes"; onRequested: vm.measure() } // assignAsync(u"sizes"_s, …)
///     Deferred { viewModel: vm; deferUrl: "https://example.org/sizes"; keys: ["sizes"] }
///
/// With the name of a task alone it shows how that fares, and the content reads what it has assigned; the
/// value counts its successes. The JSON object behind a URL becomes assigns of the view model, and is the
/// value; without a view model, it is only the value, and a list will do. See DeferredSource.
AsyncView {
    id: root

    property alias viewModel: source.viewModel
    property alias task: source.task
    /// http or https; plain JSON.
    property alias deferUrl: source.url
    property alias keys: source.keys ///< the members of the answer that may land, and have to be there; all, if empty
    property alias maxBytes: source.maxBytes ///< of the answer; 1 MiB
    property alias timeout: source.timeout ///< of the fetch, in ms; 10 s
    /// How long after an answer it asks again, in ms; 0: never. It does so only while it is shown, and
    /// not while the value is on its way anyway, nor after that was canceled. When it is shown again after
    /// a longer time, it asks at once.
    property int pollInterval: 0
    /// Who refreshes after its value has changed: not while it loads, not when that fails, and not when
    /// the same came again. Of its first value, those hear that did not ask at the same moment. They may
    /// depend on each other: a change does not come back to who has passed it on. Those that are not
    /// shown refresh when they are.
    property list<Deferred> dependents
    /// Whether it is seen. To be bound where that is not right.
    property bool shown: root.visible && root.Window.visibility !== Window.Hidden && root.Window.visibility !== Window.Minimized && root.isInSight()
    /// It is to be refreshed when it is shown next.
    readonly property bool stale: turn.stale
    readonly property int moment: turn.moment // when it has asked last, see VisibleTurn

    /// The value is to be loaded: now, and aside. Not told where there is a deferUrl.
    signal requested

    /// Asks again, and keeps the old content meanwhile; when it is shown next, if it is not.
    function refresh() {
        turn.chain = [];
        turn.stale = true;
        if (root.shown)
            turn.comeNow();
    }
    /// The same after a change of what it depends on; \a chain has passed it on.
    function follow(chain: var) {
        turn.chain = chain;
        turn.stale = true;
        turn.takeIfShown();
    }
    /// Cancels the task, or the fetch.
    function cancel() {
        source.cancel();
    }
    /// Whether any of it is within all Flickables around it. A binding hears of every move, since this
    /// reads all of the geometry.
    function isInSight(): bool {
        let x = root.x;
        let y = root.y;
        for (let item = root.parent; item; item = item.parent) {
            if (item instanceof Flickable && (x >= item.width || y >= item.height || x + Math.max(1, root.width) <= 0 || y + Math.max(1, root.height) <= 0))
                return false;
            x += item.x;
            y += item.y;
        }
        return true;
    }

    result: source.result
    // AsyncView's signal, which can be called.
    onRetry: root.refresh()
    onShownChanged: turn.takeIfShown()
    onValueChanged: turn.tellDependents()

    // What is inside of it by default is the content.
    resources: [
        DeferredSource {
            id: source

            onUrlChanged: {
                if (turn.complete)
                    root.follow([]);
            }
        },
        VisibleTurn {
            id: turn

            property bool stale: false
            property bool asking: false
            property bool complete: false
            property bool hadValue: false
            property var chain: [] // of those whose changes have led to the value that is on its way
            property real answeredAt: 0 // ms
            readonly property bool wanted: turn.stale || root.result.status === AsyncResult.NeverAsked
            readonly property bool loading: root.result.loading

            function takeIfShown() {
                if (root.shown && (turn.wanted || turn.isOld()))
                    turn.take();
            }
            function isOld(): bool {
                return root.pollInterval > 0 && root.result.ok && !turn.loading && Date.now() - turn.answeredAt >= root.pollInterval;
            }
            function ask() {
                turn.stale = false;
                turn.asking = true;
                if (String(source.url) !== "")
                    source.load();
                else
                    root.requested();
                turn.asking = false;
            }
            function tellDependents() {
                if (!turn.complete || !root.result.ok)
                    return;
                const isFirst = !turn.hadValue;
                turn.hadValue = true;
                const chain = turn.chain.concat([root]);
                for (let i = 0; i < root.dependents.length; ++i) {
                    const dependent = root.dependents[i];
                    if (!dependent || chain.includes(dependent) || isFirst && dependent.moment === turn.moment)
                        continue;
                    dependent.follow(chain);
                }
            }
            /// Layouts above it place it where it will be seen; otherwise they do so with the next frame.
            function settle(item: Item) {
                if (!item)
                    return;
                turn.settle(item.parent);
                item.ensurePolished();
            }

            onWantedChanged: turn.takeIfShown()
            onLoadingChanged: {
                if (!turn.loading)
                    turn.answeredAt = Date.now();
                else if (!turn.asking)
                    turn.chain = []; // somebody else has asked
            }
            onMeasure: {
                turn.settle(root.parent);
                turn.place = root.mapToItem(null, 0, 0);
            }
            onCome: {
                if (root.shown && (turn.wanted || turn.isOld()))
                    turn.ask();
            }
            Component.onCompleted: {
                turn.hadValue = root.result.ok;
                turn.complete = true;
                turn.takeIfShown();
            }
        },
        Timer {
            interval: root.pollInterval
            repeat: true
            running: root.pollInterval > 0 && root.shown && !turn.loading && !root.result.canceled
            onTriggered: root.refresh()
        }
    ]
}
