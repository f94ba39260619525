using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Cli.Forward;

/// <summary>
/// One network on some images, one after the other, so that any number of them fits in memory. Files are written when
/// all that goes into them is known.
/// </summary>
internal sealed class ForwardRun(ForwardSettings settings)
{
    /// <exception cref="CommandException">An input is unusable, an output cannot be written, or something is absent.</exception>
    public void Execute(Terminal terminal)
    {
        BackendOptions.RefuseUnusable(settings.Backend);
        OutputPath.RefuseUnwritable((settings.Output, ForwardOptions.OutputName), (settings.SavedWeights, ForwardOptions.SavedWeightsName));
        if (settings.LayerFolder is { } folder)
            LayerFolder.RefuseUnusable(folder, ForwardOptions.LayersName);
        foreach ((string? input, string option) in new[] { (settings.Weights, ForwardOptions.WeightsName), (settings.Input, ForwardOptions.InputName) })
            if (input is not null)
                RunFolder.FullPath(input, option);
        try
        {
            ForwardImages images = settings.Input is { } path
                ? ForwardImages.Of(NpyFile.Read(path), settings.Network, path)
                : ForwardImages.Random(settings.Network, settings.Seed);
            Graph graph = Build(images.Shape);
            NetworkFile.Say(terminal, settings.Network.Name, settings.File?.Source.Notices ?? []);
            RefuseTooLarge(graph);
            NetworkParameters parameters = settings.Weights is { } weights
                ? WeightImport.Read(weights, graph, terminal.Say)
                : settings.File is { } file ? file.Parameters
                : NetworkParameters.Random(graph, settings.Seed);
            if (settings.SavedWeights is { } saved)
                Keep(saved, ForwardOptions.SavedWeightsName, file => WeightExport.Write(file, graph, parameters));
            float[] outputs = Outputs(graph, parameters, images);
            if (settings.Output is { } output)
                Keep(output, ForwardOptions.OutputName, file => NpyFile.Write(file, new Tensor(ShapeOf(graph.Output.Output, images.Count), outputs)));
            else
                TopClasses.Write(terminal, outputs, images.Count);
        }
        catch (Exception error) when (error is TensorFileException or PlanException or RunException)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
        catch (NotEnoughMemoryException error)
        {
            throw new CommandException(ExitCode.Absent, error.Message, error);
        }
        catch (OperationCanceledException error)
        {
            throw new CommandException(ExitCode.Interrupted, "interrupted", error);
        }
        catch (Exception error) when (error is OutOfMemoryException or OverflowException)
        {
            throw new CommandException(ExitCode.Absent, $"there is not enough memory to run {settings.Network.Name}", error);
        }
    }

    private Graph Build(MapShape input)
    {
        try
        {
            return settings.Network.Builder(input);
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw CommandException.Unusable(
                $"{settings.Network.Name} does not take images of {input} ({error.Message})", settings.Input ?? ForwardOptions.InputName, $"e.g. {settings.Network.Input}");
        }
    }

    /// <summary>Images of any size are taken, so a large one is refused before it takes the machine's memory.</summary>
    private void RefuseTooLarge(Graph graph)
    {
        string what = $"{settings.Network.Name} on an image of {graph.Input.Output}";
        MemoryCheck.RefuseEndlessMaps(what, graph, batch: 1);
        MemoryCheck.RefuseTooLarge(what, MemoryNeed.Of(graph, batch: 1), settings.FreeMemoryBytes());
    }

    private float[] Outputs(Graph graph, NetworkParameters parameters, ForwardImages images)
    {
        // An interrupted process would leave the unfinished folder behind.
        using var interruption = new Interruption();
        using LayerFolder? layers = settings.LayerFolder is { } path ? LayerFolder.Create(path, ForwardOptions.LayersName, graph, images.Count) : null;
        using IPlan plan = settings.Backend.Compile(
            graph, parameters,
            // A layer that is fused into another one is never in memory.
            settings.Options with { FuseElementwise = layers is null });
        int classes = (int)graph.Output.Output.Elements;
        float[] outputs = new float[checked(images.Count * classes)];
        for (int image = 0; image < images.Count; image++)
        {
            interruption.Token.ThrowIfCancellationRequested();
            plan.WriteInput(images[image]);
            if (layers is null)
                plan.Run();
            else
                LayerWalk.Run((ISteppedPlan)plan, layers.Add, interruption.Token);
            plan.ReadOutput(outputs.AsSpan(image * classes, classes));
        }

        // Complete before the output is judged: the layers show where numbers became infinite.
        layers?.Complete();
        int bad = Array.FindIndex(outputs, output => !float.IsFinite(output));
        return bad < 0
            ? outputs
            : throw CommandException.Unusable(
                FormattableString.Invariant($"the output of image {bad / classes} is {outputs[bad]} at class {bad % classes}"),
                settings.Weights ?? settings.Input ?? settings.Network.Name, "weights and images whose sums stay within float32");
    }

    private static TensorShape ShapeOf(MapShape output, int images) => output.Pixels == 1
        ? TensorShape.Of(images, output.Channels)
        : TensorShape.Of(images, output.Channels, output.Height, output.Width);

    private static void Keep(string path, string option, Action<string> write)
    {
        try
        {
            write(path);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(path, option, error);
        }
    }
}
