package org.coopcheck.counterexamples.report.storyboard;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.EnumSet;
import org.coopcheck.counterexamples.report.storyboard.Link.Ends;
import org.coopcheck.counterexamples.report.storyboard.Route.Point;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.math.KVectorChain;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.core.util.ElkUtil;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds the places for all scenes of a story at once.
 *
 * <p>Where windows stand below each other, all is laid out as if they stood side by side, lying on
 * its side, and then turned: ELK forgets to turn the least sizes of groups (0.12.1).
 */
final class Planner {
  private static final double MARGIN = 4;
  private static final double GROUP_TITLE = 34;
  private static final double GROUP_PADDING = 14;

  private final Vector<Scene> scenes;
  private final boolean isTurned;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private SortedMap<Slot, ElkNode> nodes = TreeMap.empty();
  private SortedMap<Ends, ElkEdge> edges = TreeMap.empty();

  private Planner(Vector<Scene> scenes, boolean isTurned) {
    this.scenes = scenes;
    this.isTurned = isTurned;
  }

  static {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /**
   * @param scenes the scenes
   * @param isNarrow whether windows stand below each other, for a narrow screen
   */
  static Plan plan(Vector<Scene> scenes, boolean isNarrow) {
    return new Planner(scenes, isNarrow).plan();
  }

  private Plan plan() {
    graph
        .setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered")
        .setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN)
        .setProperty(CoreOptions.DIRECTION, Direction.RIGHT)
        .setProperty(CoreOptions.RANDOM_SEED, 1)
        .setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL)
        .setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN))
        .setProperty(
            LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    spacing(graph);
    scenes.flatMap(Scene::cards).forEach(this::addWindow);
    scenes.flatMap(Scene::links).forEach(this::addLink);
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    var whole = turned(new Box(0, 0, graph.getWidth(), graph.getHeight()));
    return new Plan(
        whole.width(), whole.height(), nodes.mapValues(this::box), edges.mapValues(this::route));
  }

  private static void spacing(ElkNode node) {
    node.setProperty(CoreOptions.SPACING_NODE_NODE, 22.0)
        .setProperty(CoreOptions.SPACING_EDGE_NODE, 14.0)
        .setProperty(CoreOptions.SPACING_EDGE_EDGE, 14.0)
        .setProperty(CoreOptions.SPACING_EDGE_LABEL, 13.0)
        .setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 16.0)
        .setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0)
        .setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 14.0);
  }

  // What there is to place. A window needs room for the longest that is ever written in it.

  private void addWindow(Card card) {
    var around = card.parent().map(slot -> nodes.get(slot).get()).getOrElse(() -> group(card));
    var node = node(card.slot(), around);
    double width = CardDrawing.width(card);
    double height = CardDrawing.height(card);
    grow(node, width, height);
    head(node, height);
  }

  /** Room for what is written above the things in a box. */
  private void head(ElkNode node, double height) {
    var padding = node.getProperty(CoreOptions.PADDING);
    double most = Math.max(height, isTurned ? padding.getLeft() : padding.getTop());
    node.setProperty(
        CoreOptions.PADDING,
        isTurned
            ? new ElkPadding(GROUP_PADDING, GROUP_PADDING, GROUP_PADDING, most)
            : new ElkPadding(most, GROUP_PADDING, GROUP_PADDING, GROUP_PADDING));
  }

  private ElkNode group(Card card) {
    var coopGroup = titled(card.slot().ofItsCoopGroup(), graph);
    return titled(card.slot().ofItsGroup(), coopGroup);
  }

  private ElkNode titled(Slot slot, ElkNode around) {
    var node = node(slot, around);
    grow(node, GroupDrawing.width(slot), GROUP_TITLE);
    head(node, GROUP_TITLE);
    return node;
  }

  private ElkNode node(Slot slot, ElkNode around) {
    if (nodes.containsKey(slot)) return nodes.get(slot).get();
    var node = ElkGraphUtil.createNode(around);
    node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE))
        .setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector())
        .setProperty(CoreOptions.PADDING, new ElkPadding(0));
    spacing(node);
    nodes = nodes.put(slot, node);
    return node;
  }

  private void grow(ElkNode node, double width, double height) {
    var least = node.getProperty(CoreOptions.NODE_SIZE_MINIMUM);
    var size = turned(new Box(0, 0, width, height));
    var grown = new KVector(Math.max(least.x, size.width()), Math.max(least.y, size.height()));
    node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, grown);
    node.setDimensions(grown.x, grown.y);
  }

  private void addLink(Link link) {
    if (!edges.containsKey(link.ends())) {
      var edge =
          ElkGraphUtil.createSimpleEdge(
              nodes.get(link.ends().one()).get(), nodes.get(link.ends().other()).get());
      ElkGraphUtil.createLabel("handles", edge)
          .setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      edges = edges.put(link.ends(), edge);
    }
    var label = edges.get(link.ends()).get().getLabels().get(0);
    var size = turned(new Box(0, 0, LinkDrawing.width(link), LinkDrawing.height(link)));
    label.setDimensions(
        Math.max(label.getWidth(), size.width()), Math.max(label.getHeight(), size.height()));
  }

  // What came of it.

  private Box turned(Box box) {
    return isTurned ? new Box(box.y(), box.x(), box.height(), box.width()) : box;
  }

  private Box box(ElkNode node) {
    var at = ElkUtil.absolutePosition(node);
    return turned(new Box(at.x, at.y, node.getWidth(), node.getHeight()));
  }

  private Route route(ElkEdge edge) {
    var around = ElkUtil.absolutePosition(edge.getContainingNode());
    KVectorChain chain = ElkUtil.createVectorChain(edge.getSections().get(0));
    var label = edge.getLabels().get(0);
    return new Route(
        Vector.ofAll(chain).map(point -> turned(point.x + around.x, point.y + around.y)),
        turned(
            new Box(
                label.getX() + around.x,
                label.getY() + around.y,
                label.getWidth(),
                label.getHeight())));
  }

  private Point turned(double x, double y) {
    return isTurned ? new Point(y, x) : new Point(x, y);
  }
}
