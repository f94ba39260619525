using System.Diagnostics;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.OnnxRuntime.Engine;
using GuidelineBench.Onnx.Reading;
using Microsoft.ML.OnnxRuntime;

namespace GuidelineBench.Kernels.OnnxRuntime.Plans;

/// <summary>Shows what the engine makes of a model, in sessions of their own: writing its graph and its profile slows a session down.</summary>
internal sealed class EngineInspection(Graph graph, byte[] model, PlanOptions options, Provider provider)
{
    /// <summary>So that what is counted is not what one pass happened to take.</summary>
    private const int FewestPasses = 3, MostPasses = 100;

    /// <summary>Longer than the library's workers turn by default on processors whose pause is long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    /// <summary>The graph that ran.</summary>
    /// <param name="parent">Where the engine may write.</param>
    /// <exception cref="PlanException">The engine does not write it.</exception>
    public OptimizedGraph Ran(string parent)
    {
        using var folder = new InspectionFolder(parent);
        using SessionOptions settings = EngineOptions.Of(options, provider);
        settings.OptimizedModelFilePath = folder.Model;
        using (new InferenceSession(model, settings))
        {
            return OptimizedGraph.Read(folder.ReadModel(), graph);
        }
    }

    /// <param name="plan">That is timed; its workers are watched after its passes.</param>
    /// <param name="time">For profiled passes.</param>
    /// <param name="folder">Where the engine may write.</param>
    public EngineRun Run(OnnxRuntimePlan plan, TimeSpan time, string folder)
    {
        (double loadMs, double firstMs, double passNs, long memory) = Started(plan);
        int passes = (int)Math.Clamp(time.TotalNanoseconds / Math.Max(passNs, 1), FewestPasses, MostPasses);
        OptimizedGraph ran = Ran(folder);
        (double profiledNs, Dictionary<string, double> byName) = Profiled(plan, passes, folder);
        ILookup<string, double> byType = ran.Operators.ToLookup(node => node.Type, node => byName.GetValueOrDefault(node.Name));
        EngineRun summary = ran.Summary();
        return summary with
        {
            Operators = [.. summary.Operators.Select(type => type with { Ns = Math.Round(byType[type.Type].Sum()) })],
            LoadMs = Math.Round(loadMs, 2),
            FirstRunMs = Math.Round(firstMs, 3),
            MemoryBytes = memory,
            ProfiledNs = Math.Round(profiledNs),
            // A session of one thread has no workers.
            IdlePercent = options.Threads > 1 ? Math.Round(IdlePercent(plan), 1) : null,
        };
    }

    private (double LoadMs, double FirstMs, double PassNs, long MemoryBytes) Started(OnnxRuntimePlan plan)
    {
        long memory = Environment.WorkingSet;
        long start = Stopwatch.GetTimestamp();
        using SessionOptions settings = EngineOptions.Of(options, provider);
        using var session = new InferenceSession(model, settings);
        double loadMs = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        using OrtIoBinding binding = plan.Bind(session);
        using var run = new RunOptions();
        double first = PassNs(), second = PassNs();
        return (loadMs, first / 1e6, second, Math.Max(0, Environment.WorkingSet - memory));

        double PassNs()
        {
            long from = Stopwatch.GetTimestamp();
            session.RunWithBinding(run, binding);
            return Stopwatch.GetElapsedTime(from).TotalNanoseconds;
        }
    }

    /// <returns>Nanoseconds of a pass and of each operator in it.</returns>
    private (double PassNs, Dictionary<string, double> ByName) Profiled(OnnxRuntimePlan plan, int passes, string parent)
    {
        using var folder = new InspectionFolder(parent);
        using SessionOptions settings = EngineOptions.Of(options, provider);
        // In this order: the prefix is read when profiling is switched on.
        settings.ProfileOutputPathPrefix = folder.Profile;
        settings.EnableProfiling = true;
        using var session = new InferenceSession(model, settings);
        using OrtIoBinding binding = plan.Bind(session);
        using var run = new RunOptions();
        // The first pass lays out memory.
        for (int pass = 0; pass <= passes; pass++)
            session.RunWithBinding(run, binding);
        return EngineProfile.Read(session.EndProfiling(), skipped: 1);
    }

    private static double IdlePercent(OnnxRuntimePlan plan)
    {
        plan.Run();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        Thread.Sleep(Pause);
        return 100 * (Environment.CpuUsage.TotalTime - before) / Stopwatch.GetElapsedTime(start);
    }
}
