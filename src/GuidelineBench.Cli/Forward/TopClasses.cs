using System.Globalization;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Forward;

/// <summary>The classes with the largest outputs of each image, as a table.</summary>
internal static class TopClasses
{
    private const int Shown = 5;

    /// <param name="outputs">image x class.</param>
    public static void Write(Terminal terminal, float[] outputs, int images)
    {
        int classes = outputs.Length / images;
        terminal.WriteTable(
            ["image", "rank", "class", "output"],
            from image in Enumerable.Range(0, images)
            from ranked in Enumerable.Range(0, classes).OrderByDescending(index => outputs[image * classes + index]).Take(Shown).Index()
            select (IReadOnlyList<string>)
            [
                NumberText.Write(image),
                NumberText.Write(ranked.Index + 1),
                NumberText.Write(ranked.Item),
                outputs[image * classes + ranked.Item].ToString(CultureInfo.InvariantCulture),
            ],
            0, 1, 2, 3);
    }
}
