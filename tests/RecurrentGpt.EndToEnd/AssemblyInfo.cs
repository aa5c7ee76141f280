// Two programs and two browsers at once keep two cores busy; more would only make each other slow.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
