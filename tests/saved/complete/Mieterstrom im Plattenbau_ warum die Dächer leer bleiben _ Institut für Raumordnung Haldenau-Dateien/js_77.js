Drupal={};
